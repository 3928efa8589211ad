#include "pipeline/checks/seal_red.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealNotRed};

constexpr std::array kParameters{
    ParameterDescription{"redness_min", "", 0.35, 0, 1,
                         "colour of the ink for its darkness at least", "墨色红度不低于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"redness"};

Measured measure(Page& page) {
  return of_each_seal(page, FindingCode::SealNotRed, "redness",
                      [](const seal::Seal&, const SealFact& fact) { return fact.redness; });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_below(seal, "redness", parameters, "redness_min");
}

}  // namespace

const Check kSealRed{.description = {.id = "seal_red",
                                     .summary = "the seal is red",
                                     .summary_zh = "印章为红色",
                                     .general = true,
                                     .finds = kFinds,
                                     .parameters = kParameters,
                                     .measures = kMeasures,
                                     .decide = decide},
                     .measure = measure};

}  // namespace vermilion::pipeline::checks
