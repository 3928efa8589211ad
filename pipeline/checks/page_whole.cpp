#include "pipeline/checks/page_whole.hpp"

#include "pipeline/page.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgCropped};

Measured measure(Page& page) {
  const std::vector<std::string>& edges = page.cut_edges();
  if (edges.empty()) return std::vector<Measurement>{};
  return std::vector{Measurement{.code = FindingCode::ImgCropped,
                                 .words = {{"edges", fmt::format("{}", fmt::join(edges, ", "))}}}};
}

}  // namespace

const Check kPageWhole{.description = {.id = "page_whole",
                                       .summary = "no print runs over an edge of the picture",
                                       .summary_zh = "页面完整",
                                       .general = true,
                                       .finds = kFinds,
                                       .parameters = {}},
                       .measure = measure};

}  // namespace vermilion::pipeline::checks
