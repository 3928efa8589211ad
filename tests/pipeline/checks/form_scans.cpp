#include "tests/pipeline/checks/form_scans.hpp"

#include "tests/rules/forms/printed_forms.hpp"

#include <map>

namespace vermilion::tests {
namespace {

const PrintedForm& printed(std::string_view document) {
  static std::map<std::string, PrintedForm, std::less<>> kept;
  const auto known = kept.find(document);
  if (known != kept.end()) return known->second;
  const std::string id(document);
  return kept.emplace(id, printed_form("yingtan_sunshine", id)).first->second;
}

}  // namespace

pipeline::Report checked_form(std::string_view check, std::string_view document,
                              const samples::FormRecipe& recipe, const Thresholds& thresholds) {
  const PrintedForm& form = printed(document);
  const auto sample = handed_in(form, recipe);
  pipeline::Plan plan = only(check, thresholds);
  plan.form = form.form;
  plan.max_bytes = pipeline::limits::kFileBytesCeiling;
  plan.fields = {{"organisation", form.signers.organisation}};
  return inspector().inspect(sample.bytes, "form." + sample.extension, plan);
}

std::string codes_of_form(std::string_view check, std::string_view document,
                          const samples::FormRecipe& recipe, const Thresholds& thresholds) {
  return codes(checked_form(check, document, recipe, thresholds));
}

}  // namespace vermilion::tests
