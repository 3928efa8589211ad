#include "pipeline/checks/page_bright.hpp"

#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgDark};

constexpr std::array kParameters{
    ParameterDescription{"paper_min", "", 148, 0, 255, "brightness of the paper at least",
                         "纸面亮度不低于"},
    ParameterDescription{"contrast_min", "", 30, 0, 255, "brightness of paper over print at least",
                         "纸面与文字亮度差不低于"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  const page::Light& light = page.light();
  const bool dark = light.paper < parameters["paper_min"];
  if (!dark && light.contrast() >= parameters["contrast_min"]) return {};
  Finding found = finding(FindingCode::ImgDark);
  found.value = dark ? light.paper : light.contrast();
  found.threshold = parameters[dark ? "paper_min" : "contrast_min"];
  return {found};
}

}  // namespace

const Check kPageBright{.description = {.id = "page_bright",
                                        .summary = "the page is bright enough",
                                        .summary_zh = "画面明亮、对比足够",
                                        .general = true,
                                        .finds = kFinds,
                                        .parameters = kParameters},
                        .run = run};

}  // namespace vermilion::pipeline::checks
