#include "pipeline/checks/seal_red.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealNotRed};

constexpr std::array kParameters{
    ParameterDescription{"redness_min", "", 0.35, 0, 1,
                         "colour of the ink for its darkness at least", "墨色红度不低于"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  return for_each_seal(
      page, [&](const seal::Seal&, const SealFact& fact) -> std::optional<Finding> {
        if (fact.redness >= parameters["redness_min"]) return std::nullopt;
        return measured(FindingCode::SealNotRed, fact.redness, parameters["redness_min"]);
      });
}

}  // namespace

const Check kSealRed{.description = {.id = "seal_red",
                                     .summary = "the seal is red",
                                     .summary_zh = "印章为红色",
                                     .general = true,
                                     .finds = kFinds,
                                     .parameters = kParameters},
                     .run = run};

}  // namespace vermilion::pipeline::checks
