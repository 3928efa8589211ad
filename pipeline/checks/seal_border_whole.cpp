#include "pipeline/checks/seal_border_whole.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealBrokenBorder};

constexpr std::array kParameters{
    ParameterDescription{"border_min", "", 0.88, 0, 1, "share of the rim that carries ink at least",
                         "带墨边框占比不低于"},
};

constexpr std::array<std::string_view, 1> kMeasures{"border"};

Measured measure(Page& page) {
  return of_each_seal(page, FindingCode::SealBrokenBorder, "border",
                      [](const seal::Seal&, const SealFact& fact) { return fact.border; });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_below(seal, "border", parameters, "border_min");
}

}  // namespace

const Check kSealBorderWhole{.description = {.id = "seal_border_whole",
                                             .summary = "the border of the seal is whole",
                                             .summary_zh = "印章边框完整",
                                             .general = true,
                                             .finds = kFinds,
                                             .parameters = kParameters,
                                             .measures = kMeasures,
                                             .decide = decide},
                             .measure = measure};

}  // namespace vermilion::pipeline::checks
