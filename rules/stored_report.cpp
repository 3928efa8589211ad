#include "rules/stored_report.hpp"

#include "rules/report_fields.hpp"
#include "rules/report_json.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace vermilion::rules {
namespace {

using json = nlohmann::ordered_json;

// Where a value stands; its text is made only when there is something to complain of.
struct Place {
  const Place* outer = nullptr;
  std::string_view member = {};
  std::size_t index = 0;

  [[nodiscard]] std::string text() const {
    if (outer == nullptr) return {};
    return outer->text() + "/" +
           (member.data() != nullptr ? std::string(member) : std::to_string(index));
  }
};

// The first complaint stands, all later ones may follow from it.
using Complaint = std::optional<BadReport>;

void complain(Complaint& first, const Place& at, std::string complaint) {
  if (!first) first = BadReport{at.text(), std::move(complaint)};
}

template <class T>
void read(const json& value, const Place& at, T& into, Complaint& first);

void read(const json& value, const Place& at, bool& into, Complaint& first) {
  if (!value.is_boolean()) return complain(first, at, "true or false is expected");
  into = value.get<bool>();
}

void read(const json& value, const Place& at, double& into, Complaint& first) {
  if (!value.is_number()) return complain(first, at, "a number is expected");
  into = value.get<double>();
}

template <std::integral T>
void read_whole(const json& value, const Place& at, T& into, Complaint& first) {
  if (!value.is_number_integer()) return complain(first, at, "a whole number is expected");
  const bool fits = value.is_number_unsigned() ? std::in_range<T>(value.get<std::uint64_t>())
                                               : std::in_range<T>(value.get<std::int64_t>());
  if (!fits) return complain(first, at, "the number is out of range");
  into = value.get<T>();
}

void read(const json& value, const Place& at, int& into, Complaint& first) {
  read_whole(value, at, into, first);
}

void read(const json& value, const Place& at, std::size_t& into, Complaint& first) {
  read_whole(value, at, into, first);
}

void read(const json& value, const Place& at, std::string& into, Complaint& first) {
  if (!value.is_string()) return complain(first, at, "a text is expected");
  into = value.get_ref<const std::string&>();
}

void read(const json& value, const Place& at, pipeline::Box& into, Complaint& first) {
  if (!value.is_array() || value.size() != 4) {
    return complain(first, at, "four whole numbers are expected");
  }
  std::array<int*, 4> sides{&into.x, &into.y, &into.width, &into.height};
  for (std::size_t i = 0; i < 4; ++i) {
    read(value[i], Place{.outer = &at, .index = i}, *sides[i], first);
  }
}

template <class T>
void read(const json& value, const Place& at, std::vector<T>& into, Complaint& first) {
  if (!value.is_array()) return complain(first, at, "a list is expected");
  into.resize(value.size());
  for (std::size_t i = 0; i < into.size() && !first; ++i) {
    read(value[i], Place{.outer = &at, .index = i}, into[i], first);
  }
}

template <class T, std::size_t N>
void read(const json& value, const Place& at, std::array<T, N>& into, Complaint& first) {
  if (!value.is_array() || value.size() != N) {
    return complain(first, at, fmt::format("a list of {} is expected", N));
  }
  for (std::size_t i = 0; i < N && !first; ++i) {
    read(value[i], Place{.outer = &at, .index = i}, into[i], first);
  }
}

template <class T, class Less>
void read(const json& value, const Place& at, std::map<std::string, T, Less>& into,
          Complaint& first) {
  if (!value.is_object()) return complain(first, at, "an object is expected");
  for (const auto& [name, member] : value.items()) {
    read(member, Place{.outer = &at, .member = name}, into[name], first);
  }
}

// Enumerations are known by the names they are written with.
template <class Enum>
std::optional<Enum> named(std::string_view text) {
  using pipeline::name;
  if constexpr (std::is_same_v<Enum, pipeline::FindingCode>) {
    return pipeline::finding_code(text);
  } else {
    for (int i = 0; !name(static_cast<Enum>(i)).empty(); ++i) {
      if (name(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
    }
    return std::nullopt;
  }
}

// A header claims sides of up to 32 bits; nothing measured comes near that, and rounded to its
// digits a number of this size is still exact.
constexpr double kMeasureMax = 1e10;

// An object's members, each asked for once; what nobody asked for is unknown.
class Reader {
 public:
  Reader(const json& object, const Place& at, Complaint& first)
      : object_(object), at_(at), first_(first) {
    if (!object.is_object()) complain(first, at, "an object is expected");
  }

  template <class T>
  void operator()(const char* name, T& value) {
    if (const json* member = find(name)) {
      read(*member, Place{.outer = &at_, .member = name}, value, first_);
    } else {
      complain(first_, at_, fmt::format("\"{}\" is missing", name));
    }
  }

  template <class T>
  void operator()(const char* name, std::optional<T>& value) {
    const json* member = find(name);
    if (member != nullptr) {
      read(*member, Place{.outer = &at_, .member = name}, value.emplace(), first_);
    }
  }

  template <class T>
  void rounded(const char* name, T& value, int) {
    (*this)(name, value);
    if (!first_ && std::abs(std::optional<double>(value).value_or(0)) > kMeasureMax) {
      complain(first_, Place{.outer = &at_, .member = name}, "the number is out of range");
    }
  }

  template <class T>
  void filled(const char* name, T& value) {
    const json* member = find(name);
    if (member == nullptr) return;
    const Place at{.outer = &at_, .member = name};
    read(*member, at, value, first_);
    if (value.empty()) complain(first_, at, "it is left out while it is empty");
  }

  // Said again by other members: passed over once it is a text.
  void text(const char* name) {
    std::string passed_over;
    (*this)(name, passed_over);
  }

  [[nodiscard]] const json* find(const char* name) {
    if (first_ || !object_.is_object()) return nullptr;
    const auto member = object_.find(name);
    if (member == object_.end()) return nullptr;
    ++known_;
    return &*member;
  }

  void finish() {
    if (first_ || known_ == object_.size()) return;
    complain(first_, at_, "there is a member no report of this version has");
  }

 private:
  const json& object_;
  const Place& at_;
  Complaint& first_;
  std::size_t known_ = 0;
};

void read(const json& value, const Place& at, pipeline::Finding& into, Complaint& first) {
  Reader reader(value, at, first);
  fields(reader, into);
  for (const char* name : {"message", "remedy", "message_en", "remedy_en"}) reader.text(name);
  reader.finish();
}

template <class T>
void read(const json& value, const Place& at, T& into, Complaint& first) {
  if constexpr (std::is_enum_v<T>) {
    if (!value.is_string()) return complain(first, at, "a text is expected");
    const auto& text = value.get_ref<const std::string&>();
    const auto known = named<T>(text);
    if (!known) return complain(first, at, fmt::format("\"{}\" is none of its names", text));
    into = *known;
  } else {
    Reader reader(value, at, first);
    fields(reader, into);
    reader.finish();
  }
}

bool is_digest(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// What failed instead of an inspection.
struct Failure {
  std::string cause;
  std::string message;
};

void fields(auto& visit, Failure& failure) {
  visit("cause", failure.cause);
  visit("message", failure.message);
}

class Document {
 public:
  explicit Document(const json& document) : reader_(document, kRoot, first_) {}

  tl::expected<StoredReport, BadReport> read_whole() {
    read_members();
    if (!first_) hold_together();
    if (first_) return tl::make_unexpected(*first_);
    return std::move(stored_);
  }

 private:
  inline static const Place kRoot{};

  void read_members() {
    int schema = 0;
    reader_("schema", schema);
    if (schema != kReportSchema) {
      return complain(first_, kRoot, fmt::format("\"schema\" is not {}", kReportSchema));
    }
    pipeline::Report& report = stored_.report;
    Judgement& judgement = stored_.judgement;
    reader_("file", report.file);
    std::optional<Failure> failure;
    reader_("error", failure);
    reader_.filled("sha256", report.sha256);
    if (!failure) reader_("bytes", report.bytes);
    reader_("image", report.image);
    reader_("verdict", judgement.verdict);
    reader_("rules", judgement.rules);
    reader_("findings", judgement.findings);
    reader_.filled("logged", judgement.logged);
    reader_("facts", report.facts);
    read_what_replaying_needs(report, judgement);
    pass_over();
    reader_.finish();
    if (failure) stored_.failure = failure->message;
    report.readable = report.image.has_value();
    for (const auto& finding : judgement.findings) {
      if (is_of_the_file(finding)) report.findings.push_back(finding);
    }
  }

  // Reports of before measurements were kept lack these.
  void read_what_replaying_needs(pipeline::Report& report, Judgement& judgement) {
    std::optional<OrderFacts> order;
    std::optional<pipeline::Asked> asked;
    std::optional<decltype(report.measurements)> measurements;
    reader_("order", order);
    reader_("asked", asked);
    reader_("measurements", measurements);
    if (order) judgement.order = *order;
    if (asked) report.asked = *asked;
    if (measurements) report.measurements = std::move(*measurements);
  }

  // What a run adds that is no part of the report.
  void pass_over() {
    std::optional<std::map<std::string, double>> timing;
    std::optional<std::string> overlay;
    reader_("timing_us", timing);
    reader_("overlay", overlay);
  }

  static bool is_of_the_file(const pipeline::Finding& finding) {
    return finding.rule.empty() && (finding.check == "intake" || finding.check == "decode");
  }

  void hold_together() {
    const auto& report = stored_.report;
    if (!report.sha256.empty() && !is_digest(report.sha256)) {
      complain(first_, Place{.outer = &kRoot, .member = "sha256"}, "no SHA-256 looks so");
    }
    if (stored_.judgement.verdict != verdict_of(report.readable, stored_.judgement.findings)) {
      complain(first_, Place{.outer = &kRoot, .member = "verdict"}, "the findings say otherwise");
    }
  }

  Complaint first_;
  Reader reader_;
  StoredReport stored_;
};

}  // namespace

tl::expected<StoredReport, BadReport> stored_report(const json& document) {
  return Document(document).read_whole();
}

}  // namespace vermilion::rules
