#include "rules/judge_order.hpp"

#include "pipeline/credit_code/citizen_id.hpp"
#include "pipeline/seal/likeness.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;

bool contains(const auto& values, const auto& value) {
  return std::ranges::find(values, value) != values.end();
}

class Judge {
 public:
  Judge(const Project& project, const OrderFacts& order, std::span<const SlotReport> reports)
      : project_(project), order_(order), reports_(reports) {}

  std::vector<OrderFinding> judge() {
    look_for_missing();
    for (const Comparison& comparison : project_.comparisons) {
      if (evaluate(comparison.when, order_) == Truth::No) continue;
      comparison.kind == Comparison::Kind::SameFact ? hold_together(comparison)
                                                    : look_for_copies(comparison);
    }
    look_at_order();
    return std::move(findings_);
  }

 private:
  void look_for_missing() {
    const Operation* operation =
        order_.operation ? find_operation(project_, *order_.operation) : nullptr;
    if (operation != nullptr && operation->without_documents) return;
    for (const Slot& slot : project_.slots) {
      if (evaluate(slot.when, order_) != Truth::Yes) continue;
      if (contains_slot(slot.id)) continue;
      Finding missing = of_the_order(FindingCode::DocMissing, slot.id);
      missing.words["document"] = slot.shown_name().zh;
      findings_.push_back({std::move(missing), {}});
    }
  }

  bool contains_slot(const std::string& id) const {
    return std::ranges::find(reports_, id, &SlotReport::slot) != reports_.end();
  }

  // Everything a fact is said by, in the order the comparison lists.
  std::vector<Sight> sights_of(const Comparison& comparison) const {
    std::vector<Sight> sights;
    const auto add = [&](std::optional<Sight> sight) {
      if (sight) sights.push_back(std::move(*sight));
    };
    for (const auto& name : comparison.in) {
      if (name == kTheOrder) add(sight_of(comparison.fact, order_));
      for (const SlotReport& report : reports_) {
        if (report.slot == name) add(sight_of(comparison.fact, name, report.report));
      }
    }
    return sights;
  }

  // The first side that says it is held against every other.
  void hold_together(const Comparison& comparison) {
    const auto sights = sights_of(comparison);
    if (sights.empty() || sights.front().document == kTheOrder) return;
    for (std::size_t i = 1; i < sights.size(); ++i) {
      if (sights[i].document == kTheOrder) continue;
      auto found = difference(project_, comparison, sights[i], sights.front());
      if (found) findings_.push_back({std::move(*found), {sights.front(), sights[i]}});
    }
  }

  void look_for_copies(const Comparison& comparison) {
    for (std::size_t i = 0; i < reports_.size(); ++i) {
      for (std::size_t j = i + 1; j < reports_.size(); ++j) {
        const SlotReport& a = reports_[i];
        const SlotReport& b = reports_[j];
        if (!are_compared(a, b, comparison)) continue;
        if (are_copies(a, b)) {
          copied(a, b, comparison);
        } else if (comparison.kind == Comparison::Kind::DifferentSeal) {
          look_for_pasted_seals(a, b, comparison);
        }
      }
    }
  }

  static bool are_compared(const SlotReport& a, const SlotReport& b, const Comparison& comparison) {
    return contains(comparison.in, a.slot) && contains(comparison.in, b.slot) && a.slot != b.slot;
  }

  static bool are_copies(const SlotReport& a, const SlotReport& b) {
    return !a.report.sha256.empty() && a.report.sha256 == b.report.sha256;
  }

  void look_for_pasted_seals(const SlotReport& a, const SlotReport& b,
                             const Comparison& comparison) {
    if (!a.report.facts.seals || !b.report.facts.seals) return;
    for (const pipeline::SealFact& one : *a.report.facts.seals) {
      for (const pipeline::SealFact& other : *b.report.facts.seals) {
        const double likeness = pipeline::seal::likeness(one.picture, other.picture);
        if (likeness < pipeline::seal::kCopyLikeness) continue;
        Finding same = pasted(a, b, comparison);
        same.value = likeness;
        findings_.push_back({std::move(same),
                             {{a.slot, std::string(name(one.shape)), one.box},
                              {b.slot, std::string(name(other.shape)), other.box}}});
      }
    }
  }

  // How alike is a measurement, so a person looks unless the rule wants otherwise.
  Finding pasted(const SlotReport& a, const SlotReport& b, const Comparison& comparison) const {
    Finding same = pipeline::finding(comparison.finding);
    same.level = pipeline::Level::Warn;
    same.check = "seals_differ";
    same.threshold = pipeline::seal::kCopyLikeness;
    same.words = {{"document", shown(a.slot)}, {"other", shown(b.slot)}};
    sign(same, project_, comparison);
    return same;
  }

  void copied(const SlotReport& a, const SlotReport& b, const Comparison& comparison) {
    Finding same = pipeline::finding(comparison.finding);
    same.check = "images_differ";
    same.words = {{"document", shown(a.slot)}, {"other", shown(b.slot)}};
    sign(same, project_, comparison);
    findings_.push_back(
        {std::move(same), {{a.slot, a.report.sha256, {}}, {b.slot, b.report.sha256, {}}}});
  }

  std::string shown(const std::string& slot) const {
    const Slot* known = find_slot(project_, slot);
    return known == nullptr ? slot : known->shown_name().zh;
  }

  void look_at_order() {
    if (order_.credit_code && !is_of_the_region(*order_.credit_code)) {
      Finding other = of_the_order(FindingCode::ProjectRegionMismatch, "region");
      other.words = {{"read", *order_.credit_code}, {"expected", region_text()}};
      findings_.push_back({std::move(other), {{std::string(kTheOrder), *order_.credit_code, {}}}});
    }
    if (project_.main_key.one_per_organisation && order_.variant == "main" &&
        order_.main_key_exists == true) {
      findings_.push_back({of_the_order(FindingCode::MainLockExists, "main_key"), {}});
    }
    if (project_.verification.legal_person && order_.legal_person_verified == false) {
      findings_.push_back({of_the_order(FindingCode::VerifyNotDone, "verification"), {}});
    }
    if (order_.agent_id && !pipeline::citizen_id::valid(*order_.agent_id)) {
      Finding wrong = of_the_order(FindingCode::IdBadCheck, "agent_id");
      wrong.words["read"] = *order_.agent_id;
      findings_.push_back({std::move(wrong), {{std::string(kTheOrder), *order_.agent_id, {}}}});
    }
  }

  // GB 32100: the third to eighth characters are the region of the registrar, 10 that of the
  // nation's own, who may sit anywhere.
  bool is_of_the_region(std::string_view code) const {
    const Region& region = project_.region;
    if (region.organisations == Region::Organisations::Any || region.prefix.empty()) return true;
    const std::string_view registered = code.substr(std::min<std::size_t>(2, code.size()));
    if (registered.starts_with("10")) return true;
    return registered.starts_with(region.prefix) ==
           (region.organisations == Region::Organisations::Inside);
  }

  std::string region_text() const {
    const bool inside = project_.region.organisations == Region::Organisations::Inside;
    return (inside ? "" : "≠") + project_.region.prefix;
  }

  Finding of_the_order(FindingCode code, std::string_view rule) const {
    Finding finding = pipeline::finding(code);
    finding.check = "order";
    finding.rule = project_.id + "/" + std::string(rule);
    return finding;
  }

  const Project& project_;
  const OrderFacts& order_;
  std::span<const SlotReport> reports_;
  std::vector<OrderFinding> findings_;
};

// From best to worst: what nobody could look at must not pass either, and is the applicant's to
// mend like a reject.
Verdict graver(Verdict a, Verdict b) {
  return std::max(a, b);
}

}  // namespace

OrderJudgement judge_order(const Project& project, const OrderFacts& order,
                           std::span<const SlotReport> reports) {
  OrderJudgement judgement;
  judgement.findings = Judge(project, order, reports).judge();
  std::vector<Finding> findings;
  for (const OrderFinding& found : judgement.findings) findings.push_back(found.finding);
  judgement.verdict = verdict_of(/*readable=*/true, findings);
  for (const SlotReport& report : reports) {
    const Slot* slot = find_slot(project, report.slot);
    assert(slot != nullptr && "reports come from slots of the project");
    judgement.documents.push_back(judge_document(project, *slot, report.report, order));
    judgement.verdict = graver(judgement.verdict, judgement.documents.back().verdict);
  }
  return judgement;
}

}  // namespace vermilion::rules
