#include "pipeline/checks/page_sharp.hpp"

#include "pipeline/page.hpp"

#include <algorithm>
#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgBlur};

constexpr std::array kParameters{
    ParameterDescription{"edge_spread_warn_mm", "mm", 0.36, 0.1, 2,
                         "edge spread from which a person looks", "边缘宽度达到此值转人工"},
    ParameterDescription{"edge_spread_block_mm", "mm", 0.55, 0.1, 2,
                         "edge spread from which the scan is refused", "边缘宽度达到此值退回"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  const page::Sharpness& sharpness = page.sharpness();
  if (!sharpness.spread_px || !page.scale().dpi) return {};
  const double typical_mm = *page.scale().mm(static_cast<double>(*sharpness.spread_px));
  const double worst_mm = *page.scale().mm(static_cast<double>(*sharpness.worst_px));
  const bool block = typical_mm > parameters["edge_spread_block_mm"];
  const double bound = parameters[block ? "edge_spread_block_mm" : "edge_spread_warn_mm"];
  if (!block && worst_mm <= bound) return {};
  Finding found = finding(FindingCode::ImgBlur);
  found.level = block ? Level::Block : Level::Warn;
  found.value = block ? typical_mm : worst_mm;
  found.threshold = bound;
  const cv::Rect& worst =
      std::ranges::max_element(sharpness.regions, {}, &page::Region::spread_px)->box;
  found.box = Box{worst.x, worst.y, worst.width, worst.height};
  return {found};
}

}  // namespace

const Check kPageSharp{.description = {.id = "page_sharp",
                                       .summary = "the print is sharp",
                                       .summary_zh = "图像清晰",
                                       .general = true,
                                       .finds = kFinds,
                                       .parameters = kParameters},
                       .run = run};

}  // namespace vermilion::pipeline::checks
