#include "rules/judge_form.hpp"

#include "rules/forms/fill.hpp"
#include "rules/forms/payload.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;

using pipeline::FormFact;

constexpr const char* kCheck = "form_code";

// The digest of what the form would print now; nothing where the order does not say enough.
std::optional<forms::FactsDigest> printed_now(const Project& project, const DocumentType& type,
                                              const OrderFacts& order) {
  const auto facts = forms::form_facts(project, order);
  if (!facts) return std::nullopt;
  const auto filled = forms::fill(type.form, type.name.zh, *facts);
  if (!filled) return std::nullopt;
  return forms::digest_of(filled->printed);
}

const pipeline::QrFact* form_code(const pipeline::Report& report) {
  if (!report.facts.qr) return nullptr;
  const auto code = std::ranges::find_if(*report.facts.qr, [](const pipeline::QrFact& each) {
    return each.text.starts_with(pipeline::kFormCodePrefix);
  });
  return code == report.facts.qr->end() ? nullptr : &*code;
}

FormFact claimed_by(const pipeline::QrFact& code) {
  FormFact fact{.box = code.box};
  if (const auto imprint = forms::decode(code.text)) {
    fact.order = imprint->order;
    fact.project = imprint->project;
    fact.document = imprint->document;
    fact.generation = imprint->generation;
  }
  return fact;
}

// One document's form, held against one order.
class FormJudge {
 public:
  FormJudge(const Project& project, const DocumentType& type, const OrderFacts& order)
      : project_(project), type_(type), order_(order) {}

  FormFact verified(const pipeline::QrFact& code, std::span<const forms::Key> keys) const {
    FormFact fact = claimed_by(code);
    const auto imprint = forms::verify(code.text, keys);
    fact.signature_ok = imprint.has_value();
    if (!imprint) return fact;
    const auto now = printed_now(project_, type_, order_);
    if (now) fact.facts_ok = *now == imprint->facts;
    return fact;
  }

  std::vector<Finding> differences(const FormFact& form) const {
    if (!form.signature_ok) return {};
    if (!*form.signature_ok) return {found(form, FindingCode::TplBadSignature)};
    auto others = of_another(form);
    if (!others.empty()) return others;
    if (form.generation != type_.form.generation) {
      return {found(form, FindingCode::TplStale,
                    {{"read", fmt::format("{}", form.generation)},
                     {"expected", fmt::format("{}", type_.form.generation)}})};
    }
    if (form.facts_ok == false) return {found(form, FindingCode::TplAltered)};
    return {};
  }

 private:
  std::vector<Finding> of_another(const FormFact& form) const {
    std::vector<Finding> findings;
    const auto& number = order_.order_number;
    if (number && form.order != *number) {
      findings.push_back(
          found(form, FindingCode::TplWrongOrder, {{"read", form.order}, {"expected", *number}}));
    }
    if (form.project != project_.id) {
      findings.push_back(found(form, FindingCode::TplWrongProject,
                               {{"read", form.project}, {"expected", project_.name.zh}}));
    }
    if (form.document != type_.id) {
      findings.push_back(found(form, FindingCode::TplWrongDocument,
                               {{"read", form.document}, {"expected", type_.name.zh}}));
    }
    return findings;
  }

  Finding found(const FormFact& form, FindingCode code,
                std::map<std::string, std::string> words = {}) const {
    Finding finding = pipeline::finding(code);
    finding.check = kCheck;
    finding.rule = fmt::format("{}/{}/form", project_.id, type_.id);
    finding.box = form.box;
    finding.words = std::move(words);
    return finding;
  }

  const Project& project_;
  const DocumentType& type_;
  const OrderFacts& order_;
};

}  // namespace

FormJudgement judge_form(const Project& project, const DocumentType& type,
                         const pipeline::Report& report, const OrderFacts& order,
                         std::span<const forms::Key> keys) {
  const pipeline::QrFact* code = form_code(report);
  if (type.form.empty() || code == nullptr) return {};
  const FormJudge judge(project, type, order);
  FormFact form = claimed_by(*code);
  const auto& told = report.facts.form;
  if (!keys.empty()) {
    form = judge.verified(*code, keys);
  } else if (told && told->signature_ok) {
    form = *told;
  }
  if (told) form.placement = told->placement;
  auto findings = judge.differences(form);
  return {std::move(form), std::move(findings)};
}

}  // namespace vermilion::rules
