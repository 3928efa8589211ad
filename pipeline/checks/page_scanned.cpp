#include "pipeline/checks/page_scanned.hpp"

#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgPhoto};

constexpr std::array kParameters{
    ParameterDescription{"photo_max", "", 0.3, 0, 1, "score from which a person looks",
                         "评分达到此值转人工"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  const double photo = page.capture().photo;
  const double most = parameters["photo_max"];
  if (photo < most) return {};
  Finding found = finding(FindingCode::ImgPhoto);
  found.value = photo;
  found.threshold = most;
  return {found};
}

}  // namespace

const Check kPageScanned{.description = {.id = "page_scanned",
                                         .summary = "the page was scanned, not photographed",
                                         .summary_zh = "是扫描件而非照片",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = kParameters},
                         .run = run};

}  // namespace vermilion::pipeline::checks
