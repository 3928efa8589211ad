#include "pipeline/checks/seal_present.hpp"

#include "pipeline/page.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealNone};

constexpr std::array<std::string_view, 2> kMeasures{"holder_seals", "seals"};

Measured measure(Page& page) {
  const auto& seals = page.seals();
  const auto of_the_holder = std::ranges::count_if(
      seals, [](const seal::Seal& seal) { return seal.role != SealRole::Registrar; });
  return std::vector{Measurement{.code = FindingCode::SealNone,
                                 .values = {{"seals", static_cast<double>(seals.size())},
                                            {"holder_seals", static_cast<double>(of_the_holder)}}}};
}

std::optional<Finding> decide(const Measurement& page, const Parameters&) {
  if (value_of(page, "holder_seals") > 0) return std::nullopt;
  Finding found = finding_of(page, /*value=*/0, /*threshold=*/1);
  if (value_of(page, "seals") > 0) found.level = Level::Warn;
  return found;
}

}  // namespace

const Check kSealPresent{.description = {.id = "seal_present",
                                         .summary = "the holder's seal stands on the page",
                                         .summary_zh = "盖有单位公章",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = {},
                                         .measures = kMeasures,
                                         .decide = decide},
                         .measure = measure};

}  // namespace vermilion::pipeline::checks
