#include "pipeline/checks/seals_inside_boxes.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealOverEdge};

constexpr std::array kParameters{
    ParameterDescription{"overhang_max_mm", "mm", 0.8, 0, 50,
                         "how far a seal may reach beyond its box", "印章超出方框不多于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"overhang_mm"};

Measured measure(Page& page) {
  return of_boxed_seals(page, [&](const form::BoxedSeal& seal, const form::Stamp&,
                                  std::vector<Measurement>& measurements) {
    measurements.push_back({.code = FindingCode::SealOverEdge,
                            .box = box_on_page(page, seal.box),
                            .values = {{"overhang_mm", seal.overhang_mm}}});
  });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_above(seal, "overhang_mm", parameters, "overhang_max_mm");
}

}  // namespace

const Check kSealsInsideBoxes{.description = {.id = "seals_inside_boxes",
                                              .summary = "no seal reaches beyond its box",
                                              .summary_zh = "印章不超出方框",
                                              .general = false,
                                              .finds = kFinds,
                                              .parameters = kParameters,
                                              .measures = kMeasures,
                                              .decide = decide,
                                              .asked = of_a_form},
                              .measure = measure};

}  // namespace vermilion::pipeline::checks
