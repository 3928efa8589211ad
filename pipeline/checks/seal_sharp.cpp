#include "pipeline/checks/seal_sharp.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealBlurred};

constexpr std::array kParameters{
    ParameterDescription{"edge_spread_max_mm", "mm", 0.50, 0.1, 2, "edge spread of the rim at most",
                         "边框边缘宽度不超过"},
};

constexpr std::array<std::string_view, 1> kMeasures{"edge_spread_mm"};

Measured measure(Page& page) {
  return of_each_seal(page, FindingCode::SealBlurred, "edge_spread_mm",
                      [](const seal::Seal&, const SealFact& fact) { return fact.edge_spread_mm; });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_above(seal, "edge_spread_mm", parameters, "edge_spread_max_mm");
}

}  // namespace

const Check kSealSharp{.description = {.id = "seal_sharp",
                                       .summary = "the strokes of the seal are sharp",
                                       .summary_zh = "印章笔画清晰",
                                       .general = true,
                                       .finds = kFinds,
                                       .parameters = kParameters,
                                       .measures = kMeasures,
                                       .decide = decide},
                       .measure = measure};

}  // namespace vermilion::pipeline::checks
