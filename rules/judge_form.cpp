#include "rules/judge_form.hpp"

#include "rules/forms/fill.hpp"
#include "rules/forms/payload.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::rules {
namespace {

using pipeline::Finding;
using pipeline::FindingCode;

constexpr const char* kCheck = "form_code";

FormFact fact_of(const forms::Imprint& imprint, const pipeline::Box& box) {
  return {.order = imprint.order,
          .project = imprint.project,
          .document = imprint.document,
          .generation = imprint.generation,
          .signature_ok = std::nullopt,
          .box = box};
}

// The digest of what the form would print now; nothing where the order does not say enough.
std::optional<forms::FactsDigest> printed_now(const Project& project, const DocumentType& type,
                                              const OrderFacts& order) {
  const auto facts = forms::form_facts(project, order);
  if (!facts) return std::nullopt;
  const auto filled = forms::fill(type.form, type.name.zh, *facts);
  if (!filled) return std::nullopt;
  return forms::digest_of(filled->printed);
}

class FormJudge {
 public:
  FormJudge(const Project& project, const DocumentType& type, const OrderFacts& order)
      : project_(project), type_(type), order_(order) {}

  FormJudgement judge(const std::vector<pipeline::QrFact>& codes,
                      std::span<const forms::Key> keys) {
    const auto code = std::ranges::find_if(codes, [](const pipeline::QrFact& each) {
      return each.text.starts_with(pipeline::kFormCodePrefix);
    });
    if (code == codes.end()) {
      if (!keys.empty()) find(FindingCode::TplNoQr, {});
      return std::move(done_);
    }
    box_ = code->box;
    const auto claimed = forms::decode(code->text);
    if (claimed) done_.form = fact_of(*claimed, code->box);
    if (keys.empty()) return std::move(done_);
    const auto verified = forms::verify(code->text, keys);
    if (done_.form) done_.form->signature_ok = verified.has_value();
    if (verified) {
      hold_against_order(*verified);
    } else {
      find(FindingCode::TplBadSignature, {});
    }
    return std::move(done_);
  }

 private:
  void hold_against_order(const forms::Imprint& imprint) {
    const std::size_t before = done_.findings.size();
    const auto& number = order_.order_number;
    if (number && imprint.order != *number) {
      find(FindingCode::TplWrongOrder, {{"read", imprint.order}, {"expected", *number}});
    }
    if (imprint.project != project_.id) {
      find(FindingCode::TplWrongProject,
           {{"read", imprint.project}, {"expected", project_.name.zh}});
    }
    if (imprint.document != type_.id) {
      find(FindingCode::TplWrongDocument,
           {{"read", imprint.document}, {"expected", type_.name.zh}});
    }
    if (done_.findings.size() > before) return;  // its generation and facts are another form's
    if (imprint.generation != type_.form.generation) {  // which prints other facts
      return find(FindingCode::TplStale, {{"read", fmt::format("{}", imprint.generation)},
                                          {"expected", fmt::format("{}", type_.form.generation)}});
    }
    const auto now = printed_now(project_, type_, order_);
    if (now && *now != imprint.facts) find(FindingCode::TplAltered, {});
  }

  void find(FindingCode code, std::map<std::string, std::string> words) {
    Finding found = pipeline::finding(code);
    found.check = kCheck;
    found.rule = fmt::format("{}/{}/form", project_.id, type_.id);
    found.box = box_;
    for (auto& [word, value] : words) found.words[word] = std::move(value);
    done_.findings.push_back(std::move(found));
  }

  const Project& project_;
  const DocumentType& type_;
  const OrderFacts& order_;
  std::optional<pipeline::Box> box_;
  FormJudgement done_;
};

}  // namespace

FormJudgement judge_form(const Project& project, const DocumentType& type,
                         const pipeline::Report& report, const OrderFacts& order,
                         std::span<const forms::Key> keys) {
  if (type.form.empty() || !report.facts.qr) return {};
  return FormJudge(project, type, order).judge(*report.facts.qr, keys);
}

}  // namespace vermilion::rules
