#include "pipeline/checks/page_upright.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgTurned};

constexpr std::array<std::string_view, 1> kMeasures{"turn_deg"};

Measured measure(Page& page) {
  const double turn_deg = page.turn().clockwise_deg;
  return std::vector{
      Measurement{.code = FindingCode::ImgTurned, .values = {{"turn_deg", turn_deg}}}};
}

std::optional<Finding> decide(const Measurement& page, const Parameters&) {
  const double turn_deg = value_of(page, "turn_deg");
  if (turn_deg == 0) return std::nullopt;
  Finding found = finding_of(page);
  found.value = turn_deg;
  return found;
}

}  // namespace

const Check kPageUpright{.description = {.id = "page_upright",
                                         .summary = "the picture is the right way up",
                                         .summary_zh = "图片方向是正的",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = {},
                                         .measures = kMeasures,
                                         .decide = decide},
                         .measure = measure};

}  // namespace vermilion::pipeline::checks
