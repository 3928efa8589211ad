#include "pipeline/checks/page_resolution.hpp"

#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgLowres};

constexpr std::array kParameters{
    ParameterDescription{"dpi_warn", "dpi", 140, 50, 1200, "resolution below which a person looks",
                         "低于此分辨率转人工"},
    ParameterDescription{"dpi_block", "dpi", 90, 50, 1200,
                         "resolution below which the scan is refused", "低于此分辨率退回"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  const page::Scale& scale = page.scale();
  if (!scale.dpi || scale.source == ScaleSource::DensityTag) return {};
  const bool block = *scale.dpi < parameters["dpi_block"];
  const double least = parameters[block ? "dpi_block" : "dpi_warn"];
  if (!block && *scale.dpi >= least) return {};
  Finding found = finding(FindingCode::ImgLowres);
  found.level = block ? Level::Block : Level::Warn;
  found.value = *scale.dpi;
  found.threshold = least;
  return {found};
}

}  // namespace

const Check kPageResolution{.description = {.id = "page_resolution",
                                            .summary = "the scan has enough pixels per inch",
                                            .summary_zh = "分辨率足够",
                                            .general = true,
                                            .finds = kFinds,
                                            .parameters = kParameters},
                            .run = run};

}  // namespace vermilion::pipeline::checks
