#include "pipeline/checks/page_original_size.hpp"

#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgUpscaled};

constexpr std::array kParameters{
    ParameterDescription{"upscaling_max", "x", 2, 1, 10, "enlargement from which a person looks",
                         "放大倍数达到此值转人工"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  const double enlarged = page.upscaling();
  const double most = parameters["upscaling_max"];
  if (enlarged < most) return {};
  Finding found = finding(FindingCode::ImgUpscaled);
  found.value = enlarged;
  found.threshold = most;
  return {found};
}

}  // namespace

const Check kPageOriginalSize{.description = {.id = "page_original_size",
                                              .summary = "the picture was not enlarged",
                                              .summary_zh = "图片未经放大",
                                              .general = true,
                                              .finds = kFinds,
                                              .parameters = kParameters},
                              .run = run};

}  // namespace vermilion::pipeline::checks
