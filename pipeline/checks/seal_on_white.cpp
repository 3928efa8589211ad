#include "pipeline/checks/seal_on_white.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealBackground};

constexpr std::array kParameters{
    ParameterDescription{"background_max", "", 0.25, 0, 1, "tint of the paper, 0 white, at most",
                         "底色程度不超过"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  return for_each_seal(
      page, [&](const seal::Seal&, const SealFact& fact) -> std::optional<Finding> {
        if (fact.background <= parameters["background_max"]) return std::nullopt;
        return measured(FindingCode::SealBackground, fact.background, parameters["background_max"]);
      });
}

}  // namespace

const Check kSealOnWhite{.description = {.id = "seal_on_white",
                                         .summary = "the paper under the seal is white",
                                         .summary_zh = "印章处为白底",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = kParameters},
                         .run = run};

}  // namespace vermilion::pipeline::checks
