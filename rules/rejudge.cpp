#include "rules/rejudge.hpp"

#include "pipeline/decide.hpp"
#include "pipeline/limits.hpp"
#include "rules/comparison.hpp"
#include "rules/project_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace vermilion::rules {
namespace {

using pipeline::CheckDescription;
using pipeline::CheckRequest;
using pipeline::Measurement;
using pipeline::Report;

constexpr std::string_view kCodeCheck = "credit_code_readable";
constexpr std::string_view kKindCheck = "document_kind_matches";

bool contains(const auto& values, const auto& value) {
  return std::ranges::find(values, value) != std::ranges::end(values);
}

class Rejudge {
 public:
  Rejudge(const Project& project, const Slot& slot, const StoredReport& stored,
          std::span<const CheckDescription> checks)
      : project_(project),
        slot_(slot),
        order_(stored.judgement.order),
        plan_(plan_of(project, slot, order_)),
        checks_(checks),
        report_(stored.report) {}

  tl::expected<Judgement, std::vector<Gap>> rejudge() {
    look_for_facts_not_kept();
    if (report_.bytes > bound_of(plan_.max_bytes)) {
      refuse();
    } else if (report_.readable) {
      decide();
      forget_what_is_not_asked();
    } else if (was_refused_for_its_size()) {
      gaps_.push_back({Gap::Kind::TooLarge});
    }
    if (!gaps_.empty()) return tl::make_unexpected(std::move(gaps_));
    return judge_document(project_, slot_, report_, order_);
  }

 private:
  static std::size_t bound_of(std::size_t max_bytes) {
    return std::min(max_bytes, pipeline::limits::kFileBytesCeiling);
  }

  // Nothing else was wrong with it, or intake and decoder would have said so.
  bool was_refused_for_its_size() const {
    const bool otherwise = std::ranges::any_of(report_.findings, [](const auto& finding) {
      return finding.code != pipeline::FindingCode::FmtSize &&
             finding.code != pipeline::FindingCode::FmtMismatch;
    });
    return !otherwise && report_.bytes > bound_of(report_.asked.max_bytes);
  }

  // What intake leaves of a file that is too large; how large it is the judge sees for itself.
  void refuse() {
    std::erase_if(report_.findings, [](const auto& finding) { return finding.check != "intake"; });
    report_.readable = false;
    report_.image.reset();
    report_.facts = {};
  }

  const CheckDescription& description_of(std::string_view id) const {
    const auto check = std::ranges::find(checks_, id, &CheckDescription::id);
    assert(check != checks_.end() && "rules name checks of the catalogue only");
    return *check;
  }

  void decide() {
    for (const CheckRequest& request : plan_.checks) {
      if (!pipeline::is_asked(description_of(request.check), plan_)) continue;
      const auto measured = report_.measurements.find(request.check);
      if (measured == report_.measurements.end()) {
        gaps_.push_back({Gap::Kind::NotMeasured, request.rule, request.check});
        continue;
      }
      decide(request, measured->second);
    }
  }

  void decide(const CheckRequest& request, std::span<const Measurement> measurements) {
    const CheckDescription& check = description_of(request.check);
    if (request.check == kCodeCheck && report_.asked.expected_code != order_.credit_code) {
      gaps_.push_back({Gap::Kind::OtherCode, request.rule, order_.credit_code.value_or("")});
      return;
    }
    if (const auto missing = pipeline::value_missing(check, measurements)) {
      gaps_.push_back({Gap::Kind::ValueMissing, request.rule, *missing});
      return;
    }
    auto found = pipeline::decide(check, measurements, request);
    report_.findings.insert(report_.findings.end(), found.begin(), found.end());
  }

  // Facts are there for who judges only where a rule had them looked for.
  void forget_what_is_not_asked() {
    const auto asked = [&](std::string_view check) {
      return std::ranges::find(plan_.checks, check, &CheckRequest::check) != plan_.checks.end();
    };
    if (!asked(kCodeCheck)) {
      report_.facts.credit_code.reset();
      report_.facts.expected_code.reset();
    }
    if (!asked(kKindCheck) || !plan_.document) report_.facts.document.reset();
  }

  void look_for_facts_not_kept() {
    for (const Comparison& comparison : project_.comparisons) {
      const bool held_here = comparison.kind == Comparison::Kind::SameFact &&
                             contains(comparison.in, kTheOrder) &&
                             contains(comparison.in, slot_.id);
      if (!held_here || comparison.fact != "agent_id") continue;
      gaps_.push_back({Gap::Kind::NotKept, project_.id + "/" + comparison.id, comparison.fact});
    }
  }

  const Project& project_;
  const Slot& slot_;
  const OrderFacts& order_;
  const pipeline::Plan plan_;
  std::span<const CheckDescription> checks_;
  Report report_;
  std::vector<Gap> gaps_;
};

std::string in_chinese(const Gap& gap) {
  switch (gap.kind) {
    case Gap::Kind::NoReport:
      return "当时没有检测成功，没有可用的报告。";
    case Gap::Kind::TooLarge:
      return "当时因文件过大没有检测，按这套规则可以接收。";
    case Gap::Kind::NotMeasured:
      return fmt::format("规则 {} 需要检查项 {} 的测量值，当时没有测量。", gap.rule, gap.what);
    case Gap::Kind::ValueMissing:
      return fmt::format("规则 {} 需要测量值 {}，报告里没有保存。", gap.rule, gap.what);
    case Gap::Kind::OtherCode:
      return fmt::format("规则 {}：当时不是按订单的代码 {} 检测的。", gap.rule, gap.what);
    case Gap::Kind::NotKept:
      return fmt::format("规则 {} 要与订单的 {} 比对，报告不保存这一项。", gap.rule, gap.what);
  }
  return {};
}

std::string in_english(const Gap& gap) {
  switch (gap.kind) {
    case Gap::Kind::NoReport:
      return "The inspection failed then, so there is no report to go by.";
    case Gap::Kind::TooLarge:
      return "The file was refused for its size then; these rules would take it.";
    case Gap::Kind::NotMeasured:
      return fmt::format("The rule {} needs the check {}, which was not measured then.", gap.rule,
                         gap.what);
    case Gap::Kind::ValueMissing:
      return fmt::format("The rule {} needs the value {}, which the report does not hold.",
                         gap.rule, gap.what);
    case Gap::Kind::OtherCode:
      return fmt::format("The rule {}: the code {} of the order was not the one expected then.",
                         gap.rule, gap.what);
    case Gap::Kind::NotKept:
      return fmt::format("The rule {} compares {} with the order, which no report keeps.", gap.rule,
                         gap.what);
  }
  return {};
}

}  // namespace

tl::expected<Judgement, std::vector<Gap>> rejudge(const Project& project, const Slot& slot,
                                                  const StoredReport& stored,
                                                  std::span<const CheckDescription> checks) {
  if (stored.failure) return tl::make_unexpected(std::vector<Gap>{{Gap::Kind::NoReport}});
  return Rejudge(project, slot, stored, checks).rejudge();
}

std::string sentence(const Gap& gap, Language language) {
  return language == Language::Chinese ? in_chinese(gap) : in_english(gap);
}

std::string_view name(Gap::Kind kind) {
  switch (kind) {
    case Gap::Kind::NoReport:
      return "no_report";
    case Gap::Kind::TooLarge:
      return "too_large";
    case Gap::Kind::NotMeasured:
      return "not_measured";
    case Gap::Kind::ValueMissing:
      return "value_missing";
    case Gap::Kind::OtherCode:
      return "other_code";
    case Gap::Kind::NotKept:
      return "not_kept";
  }
  return {};
}

}  // namespace vermilion::rules
