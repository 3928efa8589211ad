#include "pipeline/checks/page_sharp.hpp"

#include "pipeline/page.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgBlur};

constexpr std::array kParameters{
    ParameterDescription{"edge_spread_warn_mm", "mm", 0.36, 0.1, 2,
                         "edge spread from which a person looks", "边缘宽度达到此值转人工"},
    ParameterDescription{"edge_spread_block_mm", "mm", 0.55, 0.1, 2,
                         "edge spread from which the scan is refused", "边缘宽度达到此值退回"},
};

constexpr std::array<std::string_view, 2> kMeasures{"edge_spread_mm", "worst_edge_spread_mm"};

Measured measure(Page& page) {
  const page::Sharpness& sharpness = page.sharpness();
  const page::Scale& scale = page.scale();
  if (!sharpness.spread_px || !scale.dpi) return std::vector<Measurement>{};
  const cv::Rect& worst =
      std::ranges::max_element(sharpness.regions, {}, &page::Region::spread_px)->box;
  const auto mm = [&](float px) { return *scale.mm(static_cast<double>(px)); };
  return std::vector{Measurement{.code = FindingCode::ImgBlur,
                                 .box = Box{worst.x, worst.y, worst.width, worst.height},
                                 .values = {{"edge_spread_mm", mm(*sharpness.spread_px)},
                                            {"worst_edge_spread_mm", mm(*sharpness.worst_px)}}}};
}

std::optional<Finding> decide(const Measurement& page, const Parameters& parameters) {
  auto found = if_above(page, "edge_spread_mm", parameters, "edge_spread_block_mm");
  if (found) {
    found->level = Level::Block;
    return found;
  }
  found = if_above(page, "worst_edge_spread_mm", parameters, "edge_spread_warn_mm");
  if (found) found->level = Level::Warn;
  return found;
}

}  // namespace

const Check kPageSharp{.description = {.id = "page_sharp",
                                       .summary = "the print is sharp",
                                       .summary_zh = "图像清晰",
                                       .general = true,
                                       .finds = kFinds,
                                       .parameters = kParameters,
                                       .measures = kMeasures,
                                       .decide = decide},
                       .measure = measure};

}  // namespace vermilion::pipeline::checks
