#include "pipeline/checks/page_resolution.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgLowres};

constexpr std::array kParameters{
    ParameterDescription{"dpi_warn", "dpi", 140, 50, 1200, "resolution below which a person looks",
                         "低于此分辨率转人工"},
    ParameterDescription{"dpi_block", "dpi", 90, 50, 1200,
                         "resolution below which the scan is refused", "低于此分辨率退回"},
};

constexpr std::array<std::string_view, 1> kMeasures{"dpi"};

Measured measure(Page& page) {
  const page::Scale& scale = page.scale();
  if (!scale.dpi || scale.source == ScaleSource::DensityTag) return std::vector<Measurement>{};
  return std::vector{Measurement{.code = FindingCode::ImgLowres, .values = {{"dpi", *scale.dpi}}}};
}

std::optional<Finding> decide(const Measurement& page, const Parameters& parameters) {
  auto found = if_below(page, "dpi", parameters, "dpi_block");
  if (found) {
    found->level = Level::Block;
    return found;
  }
  found = if_below(page, "dpi", parameters, "dpi_warn");
  if (found) found->level = Level::Warn;
  return found;
}

}  // namespace

const Check kPageResolution{.description = {.id = "page_resolution",
                                            .summary = "the scan has enough pixels per inch",
                                            .summary_zh = "分辨率足够",
                                            .general = true,
                                            .finds = kFinds,
                                            .parameters = kParameters,
                                            .measures = kMeasures,
                                            .decide = decide},
                            .measure = measure};

}  // namespace vermilion::pipeline::checks
