#include "pipeline/checks/page_whole.hpp"

#include "pipeline/page.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgCropped};

std::vector<Finding> run(Page& page, const Parameters&) {
  const std::vector<std::string>& edges = page.cut_edges();
  if (edges.empty()) return {};
  Finding found = finding(FindingCode::ImgCropped);
  found.words["edges"] = fmt::format("{}", fmt::join(edges, ", "));
  return {found};
}

}  // namespace

const Check kPageWhole{.description = {.id = "page_whole",
                                       .summary = "no print runs over an edge of the picture",
                                       .summary_zh = "页面完整",
                                       .general = true,
                                       .finds = kFinds,
                                       .parameters = {}},
                       .run = run};

}  // namespace vermilion::pipeline::checks
