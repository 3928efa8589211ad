#include "pipeline/checks/licence_in_force.hpp"

#include "pipeline/checks/validity.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::LicenceExpired};

constexpr std::array<std::string_view, 1> kMeasures{"days_left"};

Measured measure(Page& page) {
  return of_days_left(page, FindingCode::LicenceExpired);
}

}  // namespace

const Check kLicenceInForce{.description = {.id = "licence_in_force",
                                            .summary = "the licence is in force",
                                            .summary_zh = "证照在有效期内",
                                            .general = false,
                                            .finds = kFinds,
                                            .parameters = {},
                                            .measures = kMeasures,
                                            .decide = decide_expired},
                            .measure = measure};

}  // namespace vermilion::pipeline::checks
