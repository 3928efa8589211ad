#include "pipeline/checks/page_scanned.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgPhoto};

constexpr std::array kParameters{
    ParameterDescription{"photo_max", "", 0.3, 0, 1, "score from which a person looks",
                         "评分达到此值转人工"},
};

constexpr std::array<std::string_view, 1> kMeasures{"photo"};

Measured measure(Page& page) {
  return std::vector{
      Measurement{.code = FindingCode::ImgPhoto, .values = {{"photo", page.capture().photo}}}};
}

std::optional<Finding> decide(const Measurement& page, const Parameters& parameters) {
  return if_reached(page, "photo", parameters, "photo_max");
}

}  // namespace

const Check kPageScanned{.description = {.id = "page_scanned",
                                         .summary = "the page was scanned, not photographed",
                                         .summary_zh = "是扫描件而非照片",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = kParameters,
                                         .measures = kMeasures,
                                         .decide = decide},
                         .measure = measure};

}  // namespace vermilion::pipeline::checks
