#include "pipeline/checks/card_in_force.hpp"

#include "pipeline/checks/validity.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::IdExpired};

constexpr std::array<std::string_view, 1> kMeasures{"days_left"};

Measured measure(Page& page) {
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
