#include "pipeline/checks/card_sides_present.hpp"

#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::IdSideMissing};

constexpr std::array<std::string_view, 2> kMeasures{"portrait", "emblem"};

Measured measure(Page& page) {
  const card::Cards& cards = page.cards();
  return {Measurement{.code = FindingCode::IdSideMissing,
                      .values = {{"portrait", cards.portrait ? 1 : 0},
                                 {"emblem", cards.emblem ? 1 : 0}}}};
}

std::optional<Finding> decide(const Measurement& cards, const Parameters&) {
  const bool portrait = value_of(cards, "portrait") != 0;
  const bool emblem = value_of(cards, "emblem") != 0;
  if (portrait && emblem) return std::nullopt;
  Finding found = finding_of(cards);
  found.words["sides"] = portrait ? "emblem_side"
                         : emblem ? "portrait_side"
                                  : "portrait_side, emblem_side";
  return found;
}

}  // namespace

const Check kCardSidesPresent{
    .description = {.id = "card_sides_present",
                    .summary = "both sides of the identity card are there",
                    .summary_zh = "身份证正反两面都有",
                    .general = false,
                    .finds = kFinds,
                    .parameters = {},
                    .measures = kMeasures,
                    .decide = decide},
    .measure = measure};

}  // namespace vermilion::pipeline::checks
