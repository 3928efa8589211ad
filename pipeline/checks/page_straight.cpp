#include "pipeline/checks/page_straight.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <cmath>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgSkew};

constexpr std::array kParameters{
    ParameterDescription{"skew_max_deg", "deg", 3, 0, 20, "slope of the print at most",
                         "文字倾斜不超过"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  const double skew = std::abs(page.skew_deg());
  const double most = parameters["skew_max_deg"];
  if (skew <= most) return {};
  Finding found = finding(FindingCode::ImgSkew);
  found.value = skew;
  found.threshold = most;
  return {found};
}

}  // namespace

const Check kPageStraight{.description = {.id = "page_straight",
                                          .summary = "the print runs along the picture",
                                          .summary_zh = "页面没有倾斜",
                                          .general = true,
                                          .finds = kFinds,
                                          .parameters = kParameters},
                          .run = run};

}  // namespace vermilion::pipeline::checks
