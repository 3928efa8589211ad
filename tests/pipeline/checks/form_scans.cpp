#include "tests/pipeline/checks/form_scans.hpp"

#include "tests/rules/forms/printed_forms.hpp"

#include <map>
#include <utility>

namespace vermilion::tests {
namespace {

const PrintedForm& printed(std::string_view document) {
  static std::map<std::string, PrintedForm, std::less<>> kept;
  const auto known = kept.find(document);
  if (known != kept.end()) return known->second;
  const std::string id(document);
  return kept.emplace(id, printed_form("yingtan_sunshine", id)).first->second;
}

pipeline::Report looked_at(const PrintedForm& form, const samples::FormRecipe& recipe,
                           pipeline::Plan plan) {
  const auto sample = handed_in(form, recipe);
  plan.form = form.form;
  plan.max_bytes = pipeline::limits::kFileBytesCeiling;
  return inspector().inspect(sample.bytes, "form." + sample.extension, plan);
}

}  // namespace

pipeline::Report checked_form(std::string_view check, std::string_view document,
                              const samples::FormRecipe& recipe, const Thresholds& thresholds) {
  const PrintedForm& form = printed(document);
  pipeline::Plan plan = only(check, thresholds);
  plan.fields = {{"organisation", form.signers.organisation}};
  return looked_at(form, recipe, std::move(plan));
}

pipeline::Report checked_letter(std::chrono::year_month_day today,
                                const samples::FormRecipe& recipe) {
  pipeline::Plan plan = only("letter_lasts");
  plan.today = std::chrono::sys_days(today);
  plan.fields = {{"valid_until"}};
  return looked_at(printed(kLetter), recipe, std::move(plan));
}

std::string codes_of_form(std::string_view check, std::string_view document,
                          const samples::FormRecipe& recipe, const Thresholds& thresholds) {
  return codes(checked_form(check, document, recipe, thresholds));
}

}  // namespace vermilion::tests
