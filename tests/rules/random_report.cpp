#include "tests/rules/random_report.hpp"

#include "rules/report_fields.hpp"

#include <cmath>
#include <random>
#include <type_traits>

namespace vermilion::tests {
namespace {

using namespace rules;

// Fills whatever report_fields.hpp names.
class Fill {
 public:
  explicit Fill(std::mt19937_64& random) : random_(random) {}

  template <class T>
  void operator()(const char*, T& value) {
    fill(value);
  }

  void rounded(const char*, double& value, int decimals) { value = number(decimals); }
  void rounded(const char*, std::optional<double>& value, int decimals) {
    if (chance()) value = number(decimals);
  }

  template <class T>
  void filled(const char*, T& value) {
    fill(value);
  }

  bool chance() { return random_() % 2 == 0; }

  template <class T>
  void fill(T& value) {
    if constexpr (std::is_same_v<T, pipeline::FindingCode>) {
      const auto kinds = pipeline::finding_kinds();
      value = kinds[random_() % kinds.size()].code;
    } else if constexpr (std::is_enum_v<T>) {
      value = static_cast<T>(random_() % 3);
    } else if constexpr (std::is_same_v<T, double>) {
      value = static_cast<double>(random_()) / 1e19;
    } else if constexpr (std::is_same_v<T, bool>) {
      value = chance();
    } else if constexpr (std::is_integral_v<T>) {
      value = static_cast<T>(random_() % 100'000);
    } else {
      fields(*this, value);
    }
  }

  void fill(pipeline::Box& box) {
    for (int* side : {&box.x, &box.y, &box.width, &box.height}) fill(*side);
  }

  void fill(std::string& text) {
    static constexpr std::array<const char*, 5> kPieces{"章", "a", "\"", "\n", "𠮷"};
    text.clear();
    for (std::size_t i = 1 + random_() % 4; i > 0; --i) text += kPieces[random_() % kPieces.size()];
  }

  template <class T>
  void fill(std::optional<T>& value) {
    if (chance()) fill(value.emplace());
  }

  template <class T>
  void fill(std::vector<T>& values) {
    values.resize(random_() % 3);
    for (T& value : values) fill(value);
  }

  template <class T, std::size_t N>
  void fill(std::array<T, N>& values) {
    for (T& value : values) fill(value);
  }

  template <class T, class Less>
  void fill(std::map<std::string, T, Less>& values) {
    for (std::size_t i = random_() % 3; i > 0; --i) {
      std::string name;
      fill(name);
      fill(values[name]);
    }
  }

 private:
  double number(int decimals) {
    return static_cast<double>(random_() % 1'000'000) / std::pow(10.0, decimals);
  }

  std::mt19937_64& random_;
};

}  // namespace

StoredReport random_report(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Fill fill(random);
  StoredReport stored;
  pipeline::Report& report = stored.report;
  Judgement& judgement = stored.judgement;
  fill.fill(report.file);
  if (fill.chance()) report.sha256 = std::string(64, "0123456789abcdef"[random() % 16]);
  fill.fill(report.bytes);
  fill.fill(report.image);
  fill.fill(report.facts);
  fill.fill(report.asked);
  fill.fill(report.measurements);
  report.readable = report.image.has_value();
  fill.fill(judgement.findings);
  fill.fill(judgement.logged);
  fill.fill(judgement.rules);
  fill.fill(judgement.order);
  if (fill.chance()) {
    pipeline::Finding found = pipeline::finding(pipeline::FindingCode::FmtMismatch);
    found.check = "intake";
    judgement.findings.push_back(found);
    report.findings.push_back(found);
  }
  judgement.verdict = verdict_of(report.readable, judgement.findings);
  return stored;
}

}  // namespace vermilion::tests
