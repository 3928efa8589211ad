#include "pipeline/checks/card_in_force.hpp"

#include "pipeline/checks/validity.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::IdExpired};

constexpr std::array<std::string_view, 1> kMeasures{"days_left"};

Box box_of(const card::Card& card) {
  const cv::Rect box = card.outline.boundingRect();
  return {box.x, box.y, box.width, box.height};
}

// The term stands on the emblem's side; where no card was made out, beside its label on the page.
Measured measure(Page& page) {
  if (!page.today()) return {};
  for (const card::Card& card : page.cards().found) {
    if (card.side != card::Side::Emblem) continue;
    if (const auto last = text::last_day_in(card.text)) {
      const auto left = std::chrono::sys_days(*last) - *page.today();
      return {Measurement{.code = FindingCode::IdExpired,
                          .box = box_of(card),
                          .values = {{"days_left", static_cast<double>(left.count())}}}};
    }
  }
  return of_days_left(page, FindingCode::IdExpired);
}

}  // namespace

const Check kCardInForce{.description = {.id = "card_in_force",
                                         .summary = "the identity card is in force",
                                         .summary_zh = "身份证在有效期内",
                                         .general = false,
                                         .finds = kFinds,
                                         .parameters = {},
                                         .measures = kMeasures,
                                         .decide = decide_expired},
                         .measure = measure};

}  // namespace vermilion::pipeline::checks
