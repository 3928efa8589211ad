#include "pipeline/checks/page_original_size.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgUpscaled};

constexpr std::array kParameters{
    ParameterDescription{"upscaling_max", "x", 2, 1, 10, "enlargement from which a person looks",
                         "放大倍数达到此值转人工"},
};

constexpr std::array<std::string_view, 1> kMeasures{"upscaling"};

Measured measure(Page& page) {
  return std::vector{
      Measurement{.code = FindingCode::ImgUpscaled, .values = {{"upscaling", page.upscaling()}}}};
}

std::optional<Finding> decide(const Measurement& page, const Parameters& parameters) {
  return if_reached(page, "upscaling", parameters, "upscaling_max");
}

}  // namespace

const Check kPageOriginalSize{.description = {.id = "page_original_size",
                                              .summary = "the picture was not enlarged",
                                              .summary_zh = "图片未经放大",
                                              .general = true,
                                              .finds = kFinds,
                                              .parameters = kParameters,
                                              .measures = kMeasures,
                                              .decide = decide},
                              .measure = measure};

}  // namespace vermilion::pipeline::checks
