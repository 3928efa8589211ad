#include "pipeline/checks/seal_not_smeared.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealSmeared};

constexpr std::array kParameters{
    ParameterDescription{"smear_max", "", 0.5, 0, 1, "swing of the rim, 1 is 1.2 mm, at most",
                         "边框粗细变化不超过"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  return for_each_seal(
      page, [&](const seal::Seal&, const SealFact& fact) -> std::optional<Finding> {
        if (fact.smear <= parameters["smear_max"]) return std::nullopt;
        return measured(FindingCode::SealSmeared, fact.smear, parameters["smear_max"]);
      });
}

}  // namespace

const Check kSealNotSmeared{.description = {.id = "seal_not_smeared",
                                            .summary = "the seal did not move while it was stamped",
                                            .summary_zh = "印章没有拖影",
                                            .general = true,
                                            .finds = kFinds,
                                            .parameters = kParameters},
                            .run = run};

}  // namespace vermilion::pipeline::checks
