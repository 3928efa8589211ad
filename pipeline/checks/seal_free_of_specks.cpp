#include "pipeline/checks/seal_free_of_specks.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealSpeckle};

constexpr std::array kParameters{
    ParameterDescription{"cleanliness_min", "", 0.6, 0, 1, "cleanliness, 1 is spotless, at least",
                         "洁净度不低于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"cleanliness"};

Measured measure(Page& page) {
  return of_each_seal(page, FindingCode::SealSpeckle, "cleanliness",
                      [](const seal::Seal&, const SealFact& fact) { return fact.cleanliness; });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_below(seal, "cleanliness", parameters, "cleanliness_min");
}

}  // namespace

const Check kSealFreeOfSpecks{.description = {.id = "seal_free_of_specks",
                                              .summary = "the seal is free of specks",
                                              .summary_zh = "印章无杂质",
                                              .general = true,
                                              .finds = kFinds,
                                              .parameters = kParameters,
                                              .measures = kMeasures,
                                              .decide = decide},
                              .measure = measure};

}  // namespace vermilion::pipeline::checks
