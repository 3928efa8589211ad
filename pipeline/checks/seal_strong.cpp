#include "pipeline/checks/seal_strong.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealFaint};

constexpr std::array kParameters{
    ParameterDescription{"strength_min", "", 0.65, 0, 1,
                         "strength of the ink against fresh ink at least", "印迹浓度不低于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"strength"};

Measured measure(Page& page) {
  return of_each_seal(page, FindingCode::SealFaint, "strength",
                      [](const seal::Seal&, const SealFact& fact) { return fact.strength; });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_below(seal, "strength", parameters, "strength_min");
}

}  // namespace

const Check kSealStrong{.description = {.id = "seal_strong",
                                        .summary = "the ink of the seal is strong enough",
                                        .summary_zh = "印章颜色足够深",
                                        .general = true,
                                        .finds = kFinds,
                                        .parameters = kParameters,
                                        .measures = kMeasures,
                                        .decide = decide},
                        .measure = measure};

}  // namespace vermilion::pipeline::checks
