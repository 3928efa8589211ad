#include "pipeline/checks/seal_strong.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealFaint};

constexpr std::array kParameters{
    ParameterDescription{"strength_min", "", 0.65, 0, 1,
                         "strength of the ink against fresh ink at least", "印迹浓度不低于"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  return for_each_seal(
      page, [&](const seal::Seal&, const SealFact& fact) -> std::optional<Finding> {
        if (fact.strength >= parameters["strength_min"]) return std::nullopt;
        return measured(FindingCode::SealFaint, fact.strength, parameters["strength_min"]);
      });
}

}  // namespace

const Check kSealStrong{.description = {.id = "seal_strong",
                                        .summary = "the ink of the seal is strong enough",
                                        .summary_zh = "印章颜色足够深",
                                        .general = true,
                                        .finds = kFinds,
                                        .parameters = kParameters},
                        .run = run};

}  // namespace vermilion::pipeline::checks
