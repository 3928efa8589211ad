#include "pipeline/checks/fields_filled_in.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::TplBlankField};

constexpr std::array kParameters{
    ParameterDescription{"ink_min_mm2", "mm2", 0.8, 0, 50, "ink of what is written at least",
                         "手写墨迹不少于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"ink_mm2"};

Measured measure(Page& page) {
  return of_form(page, [&](const form::Template& form, const form::Contents& contents,
                           std::vector<Measurement>& measurements) {
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
      if (!contents.blanks_mm2[i]) continue;
      measurements.push_back({.code = FindingCode::TplBlankField,
                              .box = box_on_page(page, form.fields[i].value),
                              .values = {{"ink_mm2", *contents.blanks_mm2[i]}},
                              .words = {{"field", form.fields[i].label}}});
    }
  });
}

std::optional<Finding> decide(const Measurement& field, const Parameters& parameters) {
  return if_below(field, "ink_mm2", parameters, "ink_min_mm2");
}

}  // namespace

const Check kFieldsFilledIn{.description = {.id = "fields_filled_in",
                                            .summary = "everything to be written by hand was",
                                            .summary_zh = "手写项目均已填写",
                                            .general = false,
                                            .finds = kFinds,
                                            .parameters = kParameters,
                                            .measures = kMeasures,
                                            .decide = decide,
                                            .asked = of_a_form},
                            .measure = measure};

}  // namespace vermilion::pipeline::checks
