#include "pipeline/checks/seal_not_smeared.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealSmeared};

constexpr std::array kParameters{
    ParameterDescription{"smear_max", "", 0.5, 0, 1, "swing of the rim, 1 is 1.2 mm, at most",
                         "边框粗细变化不超过"},
};

constexpr std::array<std::string_view, 1> kMeasures{"smear"};

Measured measure(Page& page) {
  return of_each_seal(page, FindingCode::SealSmeared, "smear",
                      [](const seal::Seal&, const SealFact& fact) { return fact.smear; });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_above(seal, "smear", parameters, "smear_max");
}

}  // namespace

const Check kSealNotSmeared{.description = {.id = "seal_not_smeared",
                                            .summary = "the seal did not move while it was stamped",
                                            .summary_zh = "印章没有拖影",
                                            .general = true,
                                            .finds = kFinds,
                                            .parameters = kParameters,
                                            .measures = kMeasures,
                                            .decide = decide},
                            .measure = measure};

}  // namespace vermilion::pipeline::checks
