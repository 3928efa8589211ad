#include "pipeline/checks/boxes_ticked.hpp"

#include "pipeline/checks/form_parts.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::TplUnticked};

constexpr std::array kParameters{
    ParameterDescription{"ink_min_mm2", "mm2", 0.5, 0, 10, "ink of a tick at least",
                         "勾选墨迹不少于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"ink_mm2"};

Measured measure(Page& page) {
  return of_form(page, [&](const form::Template& form, const form::Contents& contents,
                           std::vector<Measurement>& measurements) {
    for (std::size_t i = 0; i < form.ticks.size(); ++i) {
      if (!form.ticks[i].fact.empty()) continue;
      measurements.push_back({.code = FindingCode::TplUnticked,
                              .box = box_on_page(page, form.ticks[i].square),
                              .values = {{"ink_mm2", contents.ticks_mm2[i]}}});
    }
  });
}

std::optional<Finding> decide(const Measurement& tick, const Parameters& parameters) {
  return if_below(tick, "ink_mm2", parameters, "ink_min_mm2");
}

}  // namespace

const Check kBoxesTicked{.description = {.id = "boxes_ticked",
                                         .summary = "every box to tick is ticked",
                                         .summary_zh = "应勾选的项目均已勾选",
                                         .general = false,
                                         .finds = kFinds,
                                         .parameters = kParameters,
                                         .measures = kMeasures,
                                         .decide = decide,
                                         .asked = of_a_form},
                         .measure = measure};

}  // namespace vermilion::pipeline::checks
