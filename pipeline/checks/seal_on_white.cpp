#include "pipeline/checks/seal_on_white.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealBackground};

constexpr std::array kParameters{
    ParameterDescription{"background_max", "", 0.25, 0, 1, "tint of the paper, 0 white, at most",
                         "底色程度不超过"},
};

constexpr std::array<std::string_view, 1> kMeasures{"background"};

Measured measure(Page& page) {
  return of_each_seal(page, FindingCode::SealBackground, "background",
                      [](const seal::Seal&, const SealFact& fact) { return fact.background; });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_above(seal, "background", parameters, "background_max");
}

}  // namespace

const Check kSealOnWhite{.description = {.id = "seal_on_white",
                                         .summary = "the paper under the seal is white",
                                         .summary_zh = "印章处为白底",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = kParameters,
                                         .measures = kMeasures,
                                         .decide = decide},
                         .measure = measure};

}  // namespace vermilion::pipeline::checks
