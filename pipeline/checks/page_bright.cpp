#include "pipeline/checks/page_bright.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgDark};

constexpr std::array kParameters{
    ParameterDescription{"paper_min", "", 148, 0, 255, "brightness of the paper at least",
                         "纸面亮度不低于"},
    ParameterDescription{"contrast_min", "", 30, 0, 255, "brightness of paper over print at least",
                         "纸面与文字亮度差不低于"},
};

constexpr std::array<std::string_view, 2> kMeasures{"paper", "contrast"};

Measured measure(Page& page) {
  const page::Light& light = page.light();
  return std::vector{
      Measurement{.code = FindingCode::ImgDark,
                  .values = {{"paper", light.paper}, {"contrast", light.contrast()}}}};
}

std::optional<Finding> decide(const Measurement& page, const Parameters& parameters) {
  if (auto dark = if_below(page, "paper", parameters, "paper_min")) return dark;
  return if_below(page, "contrast", parameters, "contrast_min");
}

}  // namespace

const Check kPageBright{.description = {.id = "page_bright",
                                        .summary = "the page is bright enough",
                                        .summary_zh = "画面明亮、对比足够",
                                        .general = true,
                                        .finds = kFinds,
                                        .parameters = kParameters,
                                        .measures = kMeasures,
                                        .decide = decide},
                        .measure = measure};

}  // namespace vermilion::pipeline::checks
