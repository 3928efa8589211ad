#include "pipeline/checks/page_upright.hpp"

#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::ImgTurned};

std::vector<Finding> run(Page& page, const Parameters&) {
  const int turn = page.turn().clockwise_deg;
  if (turn == 0) return {};
  Finding found = finding(FindingCode::ImgTurned);
  found.value = turn;
  return {found};
}

}  // namespace

const Check kPageUpright{.description = {.id = "page_upright",
                                         .summary = "the picture is the right way up",
                                         .summary_zh = "图片方向是正的",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = {}},
                         .run = run};

}  // namespace vermilion::pipeline::checks
