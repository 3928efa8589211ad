#include "pipeline/checks/form_original_size.hpp"

#include "pipeline/decide.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::CopyReduced};

constexpr std::array<std::string_view, 1> kMeasures{"scale"};

constexpr std::array kParameters{
    ParameterDescription{"scale_min", "", 0.98, 0.5, 1, "smallest size of the form, 1 as designed",
                         "表格尺寸的下限，1 为原大"},
    ParameterDescription{"scale_max", "", 1.02, 1, 2, "largest size of the form, 1 as designed",
                         "表格尺寸的上限，1 为原大"}};

Measured measure(Page& page) {
  std::vector<Measurement> measurements;
  if (const auto scale = page.form_scale()) {
    measurements.push_back({.code = FindingCode::CopyReduced, .values = {{"scale", *scale}}});
  }
  return measurements;
}

std::optional<Finding> decide(const Measurement& form, const Parameters& parameters) {
  if (auto small = if_below(form, "scale", parameters, "scale_min")) return small;
  return if_above(form, "scale", parameters, "scale_max");
}

}  // namespace

const Check kFormOriginalSize{
    .description = {.id = "form_original_size",
                    .summary = "the form was printed and copied at its own size",
                    .summary_zh = "表格按原大打印、复印",
                    .general = false,
                    .finds = kFinds,
                    .parameters = kParameters,
                    .measures = kMeasures,
                    .decide = decide,
                    .asked = of_a_form},
    .measure = measure};

}  // namespace vermilion::pipeline::checks
