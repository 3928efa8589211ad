#include "rules/judge_document.hpp"

#include "rules/comparison.hpp"
#include "rules/judge_form.hpp"
#include "rules/project_plan.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <optional>
#include <utility>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;

constexpr std::string_view kKindCheck = "document_kind_matches";

bool contains(const auto& values, const auto& value) {
  return std::ranges::find(values, value) != values.end();
}

enum class Title : bool { IsPassedOver, Counts };

// One scan, one slot, one of its alternatives.
class Judge {
 public:
  Judge(const Project& project, const Slot& slot, const DocumentType& type,
        const pipeline::Report& report, const OrderFacts& order,
        std::span<const forms::Key> form_keys)
      : project_(project),
        slot_(slot),
        type_(type),
        report_(report),
        order_(order),
        form_keys_(form_keys) {}

  Judgement judge(Title title = Title::Counts) {
    judgement_.rules = {project_.id, slot_.id, type_.id, project_.digest};
    judgement_.order = order_;
    if (report_.readable) form_ = judge_form(project_, type_, report_, order_, form_keys_);
    take_over();
    hold_against_file_terms();
    if (report_.readable) {
      if (title == Title::Counts) hold_against_kinds();
      hold_against_order();
    }
    judgement_.form = std::move(form_.form);
    std::ranges::move(form_.findings, std::back_inserter(judgement_.findings));
    judgement_.verdict = verdict_of(report_.readable, judgement_.findings);
    return std::move(judgement_);
  }

 private:
  // The report's findings: those without a rule are about the file, the others go by their rule.
  void take_over() {
    const std::string prefix = fmt::format("{}/{}/", project_.id, type_.id);
    for (const Finding& finding : report_.findings) {
      if (finding.rule.empty()) {
        if (finding.code != FindingCode::FmtSize) judgement_.findings.push_back(finding);
        continue;
      }
      if (!finding.rule.starts_with(prefix) || finding.check == kKindCheck) continue;
      if (is_of_another_print(finding)) continue;
      const Rule* rule = find_rule(type_, std::string_view(finding.rule).substr(prefix.size()));
      if (rule != nullptr) find(finding, *rule);
    }
  }

  void find(Finding finding, const Rule& rule) {
    if (evaluate(rule.when, order_) == Truth::No) return;
    finding.rule = rule_name(project_, type_, rule);
    if (rule.level) finding.level = *rule.level;
    tell(finding, rule.applicant);
    (rule.log_only ? judgement_.logged : judgement_.findings).push_back(std::move(finding));
  }

  void hold_against_file_terms() {
    if (report_.bytes > type_.files.max_bytes) {
      Finding large = of_the_file(FindingCode::FmtSize);
      large.value = static_cast<double>(report_.bytes);
      large.threshold = static_cast<double>(type_.files.max_bytes);
      judgement_.findings.push_back(std::move(large));
    }
    if (report_.image && !contains(type_.files.formats, report_.image->format)) {
      Finding format = of_the_file(FindingCode::FmtType);
      format.words["detected"] = pipeline::name(report_.image->format);
      judgement_.findings.push_back(std::move(format));
    }
  }

  Finding of_the_file(FindingCode code) const {
    Finding finding = pipeline::finding(code);
    finding.check = "intake";
    finding.rule = fmt::format("{}/{}/files", project_.id, type_.id);
    return finding;
  }

  // The pipeline was told one kind, the type accepts several.
  void hold_against_kinds() {
    const auto& document = report_.facts.document;
    if (!document || type_.kinds.empty() || contains(type_.kinds, document->kind)) return;
    for (const Rule& rule : type_.rules) {
      if (rule.check != kKindCheck) continue;
      Finding wrong = pipeline::finding(FindingCode::DocWrongKind);
      wrong.check = kKindCheck;
      wrong.box = document->box;
      wrong.words = {{"title", document->title}, {"expected", type_.name.zh}};
      find(std::move(wrong), rule);
    }
  }

  void hold_against_order() {
    for (const Comparison& comparison : project_.comparisons) {
      if (comparison.kind != Comparison::Kind::SameFact || !contains(comparison.in, kTheOrder) ||
          !contains(comparison.in, slot_.id) || evaluate(comparison.when, order_) == Truth::No) {
        continue;
      }
      if (comparison.fact == "credit_code") {
        hold_code_against_order(comparison);
      } else if (is_known_by_its_print(comparison.fact)) {
        continue;
      } else if (const auto read = sight_of(comparison.fact, slot_.id, report_)) {
        const auto expected = sight_of(comparison.fact, order_);
        auto found = expected ? difference(project_, comparison, *read, *expected) : std::nullopt;
        if (found) judgement_.findings.push_back(std::move(*found));
      }
    }
  }

  // What we printed for this order is held against its print, which is surer than reading it.
  bool is_known_by_its_print(std::string_view fact) const {
    const auto& form = form_.form;
    if (!form || !form->placement || form->signature_ok != true) return false;
    return std::ranges::any_of(type_.form.fields, [&](const forms::Field& field) {
      return field.fact == fact && !field.multi_line;
    });
  }

  // Of another order, project or generation: of course its print is another.
  bool is_of_another_print(const Finding& finding) const {
    return finding.code == FindingCode::TplAltered && !form_.findings.empty();
  }

  // Codes are compared as without a project: that knows how likely the print is to be either.
  void hold_code_against_order(const Comparison& comparison) {
    pipeline::Report code_alone{.readable = true, .facts = report_.facts};
    for (Finding& found : rules::judge(code_alone, order_).findings) {
      sign(found, project_, comparison);
      judgement_.findings.push_back(std::move(found));
    }
  }

  const Project& project_;
  const Slot& slot_;
  const DocumentType& type_;
  const pipeline::Report& report_;
  const OrderFacts& order_;
  std::span<const forms::Key> form_keys_;
  FormJudgement form_;
  Judgement judgement_;
};

bool better(const Judgement& a, const Judgement& b) {
  const auto rank = [](const Judgement& judgement) {
    return std::pair(judgement.verdict, judgement.findings.size());
  };
  return rank(a) < rank(b);
}

// Somebody stamped the page: it is paper. A registrar's seal is part of what was copied.
bool is_stamped(const pipeline::Report& report) {
  const auto& seals = report.facts.seals;
  return seals && std::ranges::any_of(*seals, [](const pipeline::SealFact& seal) {
           return seal.role != pipeline::SealRole::Registrar;
         });
}

// The one alternative for which it holds; null where it holds for none or several.
const DocumentType* only_one(const Slot& slot, auto holds) {
  const DocumentType* one = nullptr;
  for (const DocumentType& type : slot.alternatives) {
    if (!holds(type)) continue;
    if (one != nullptr) return nullptr;
    one = &type;
  }
  return one;
}

// The alternative the page shows itself to be: by its title, else by a stamp where only one asks
// for any.
const DocumentType* shown_alternative(const Slot& slot, const pipeline::Report& report) {
  const auto& document = report.facts.document;
  const DocumentType* titled = only_one(slot, [&](const DocumentType& type) {
    return slot.alternatives.size() == 1 || (document && contains(type.kinds, document->kind));
  });
  if (titled != nullptr || document || !is_stamped(report)) return titled;
  return only_one(slot, [](const DocumentType& type) { return !type.signatures.empty(); });
}

Finding which_is_unknown(const Project& project, const Slot& slot) {
  std::vector<std::string> names;
  for (const DocumentType& type : slot.alternatives) names.push_back(type.name.zh);
  Finding unknown = pipeline::finding(FindingCode::DocKindUnknown);
  unknown.check = "alternatives_told_apart";
  unknown.rule = project.id + "/" + slot.id;
  unknown.words["document"] = fmt::format("{}", fmt::join(names, "、"));
  return unknown;
}

// One scan in one slot, by whichever alternative is right.
class Choice {
 public:
  Choice(const Project& project, const Slot& slot, const pipeline::Report& report,
         const OrderFacts& order, std::span<const forms::Key> form_keys)
      : project_(project), slot_(slot), report_(report), order_(order), form_keys_(form_keys) {}

  Judgement make() {
    const DocumentType* shown = shown_alternative(slot_, report_);
    return shown == nullptr ? best() : trusting(*shown);
  }

 private:
  Judgement by(const DocumentType& type, Title title = Title::Counts) const {
    return Judge(project_, slot_, type, report_, order_, form_keys_).judge(title);
  }

  // Titles are read, not known: of 电子营业执照 the reader may see 营业执照 alone. What nobody
  // stamped is not turned down for it while another alternative would take it.
  Judgement trusting(const DocumentType& shown) const {
    Judgement judgement = by(shown);
    if (is_stamped(report_)) return judgement;
    for (const DocumentType& type : slot_.alternatives) {
      if (&type == &shown) continue;
      Judgement other = by(type, Title::IsPassedOver);
      if (other.verdict < judgement.verdict) return in_doubt(std::move(other));
    }
    return judgement;
  }

  Judgement best() const {
    std::vector<Judgement> judgements;
    for (const DocumentType& type : slot_.alternatives) judgements.push_back(by(type));
    Judgement best = *std::ranges::min_element(judgements, better);
    const bool of_one_mind = std::ranges::all_of(
        judgements, [&](const Judgement& other) { return other.verdict == best.verdict; });
    return of_one_mind || best.verdict != Verdict::Accept ? best : in_doubt(std::move(best));
  }

  Judgement in_doubt(Judgement judgement) const {
    judgement.findings.push_back(which_is_unknown(project_, slot_));
    judgement.verdict = verdict_of(report_.readable, judgement.findings);
    return judgement;
  }

  const Project& project_;
  const Slot& slot_;
  const pipeline::Report& report_;
  const OrderFacts& order_;
  std::span<const forms::Key> form_keys_;
};

}  // namespace

Judgement judge_document(const Project& project, const Slot& slot, const pipeline::Report& report,
                         const OrderFacts& order, std::span<const forms::Key> form_keys) {
  assert(!slot.alternatives.empty() && "compile() refuses a slot without a type");
  return Choice(project, slot, report, order, form_keys).make();
}

}  // namespace vermilion::rules
