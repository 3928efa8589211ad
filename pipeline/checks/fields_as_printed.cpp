#include "pipeline/checks/fields_as_printed.hpp"

#include "pipeline/checks/form_parts.hpp"
#include "pipeline/form/facsimile.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::TplAltered};

constexpr std::array kParameters{
    ParameterDescription{"likeness_min", "", form::kSamePrint, 0, 1,
                         "likeness of the least like character at least",
                         "最不像的字符的相似度不低于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"likeness"};

Measured measure(Page& page) {
  std::vector<Measurement> measurements;
  const auto& likeness = page.printed_likeness();
  for (std::size_t i = 0; i < likeness.size(); ++i) {
    if (!likeness[i]) continue;
    const form::Field& field = page.expected_form()->fields[i];
    measurements.push_back({.code = FindingCode::TplAltered,
                            .box = box_on_page(page, field.facsimile->box),
                            .values = {{"likeness", *likeness[i]}},
                            .words = {{"field", field.label}}});
  }
  return measurements;
}

std::optional<Finding> decide(const Measurement& field, const Parameters& parameters) {
  return if_below(field, "likeness", parameters, "likeness_min");
}

}  // namespace

const Check kFieldsAsPrinted{.description = {.id = "fields_as_printed",
                                             .summary = "each field shows what was printed into it",
                                             .summary_zh = "表格上印的内容未被改动",
                                             .general = false,
                                             .finds = kFinds,
                                             .parameters = kParameters,
                                             .measures = kMeasures,
                                             .decide = decide,
                                             .asked = of_a_form},
                             .measure = measure};

}  // namespace vermilion::pipeline::checks
