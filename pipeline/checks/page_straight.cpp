#include "pipeline/checks/page_straight.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <cmath>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgSkew};

constexpr std::array kParameters{
    ParameterDescription{"skew_max_deg", "deg", 3, 0, 20, "slope of the print at most",
                         "文字倾斜不超过"},
};

constexpr std::array<std::string_view, 1> kMeasures{"skew_deg"};

Measured measure(Page& page) {
  return std::vector{Measurement{.code = FindingCode::ImgSkew,
                                 .values = {{"skew_deg", std::abs(page.skew_deg())}}}};
}

std::optional<Finding> decide(const Measurement& page, const Parameters& parameters) {
  return if_above(page, "skew_deg", parameters, "skew_max_deg");
}

}  // namespace

const Check kPageStraight{.description = {.id = "page_straight",
                                          .summary = "the print runs along the picture",
                                          .summary_zh = "页面没有倾斜",
                                          .general = true,
                                          .finds = kFinds,
                                          .parameters = kParameters,
                                          .measures = kMeasures,
                                          .decide = decide},
                          .measure = measure};

}  // namespace vermilion::pipeline::checks
