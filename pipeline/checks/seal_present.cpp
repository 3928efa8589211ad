#include "pipeline/checks/seal_present.hpp"

#include "pipeline/page.hpp"

#include <algorithm>
#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealNone};

std::vector<Finding> run(Page& page, const Parameters&) {
  const auto& seals = page.seals();
  const bool stamped = std::ranges::any_of(
      seals, [](const seal::Seal& seal) { return seal.role != SealRole::Registrar; });
  if (stamped) return {};
  Finding found = finding(FindingCode::SealNone);
  found.value = 0;
  found.threshold = 1;
  if (!seals.empty()) found.level = Level::Warn;
  return {found};
}

}  // namespace

const Check kSealPresent{.description = {.id = "seal_present",
                                         .summary = "the holder's seal stands on the page",
                                         .summary_zh = "盖有单位公章",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = {}},
                         .run = run};

}  // namespace vermilion::pipeline::checks
