#include "pipeline/checks/seal_border_whole.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealBrokenBorder};

constexpr std::array kParameters{
    ParameterDescription{"border_min", "", 0.88, 0, 1, "share of the rim that carries ink at least",
                         "带墨边框占比不低于"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  return for_each_seal(
      page, [&](const seal::Seal&, const SealFact& fact) -> std::optional<Finding> {
        if (fact.border >= parameters["border_min"]) return std::nullopt;
        return measured(FindingCode::SealBrokenBorder, fact.border, parameters["border_min"]);
      });
}

}  // namespace

const Check kSealBorderWhole{.description = {.id = "seal_border_whole",
                                             .summary = "the border of the seal is whole",
                                             .summary_zh = "印章边框完整",
                                             .general = true,
                                             .finds = kFinds,
                                             .parameters = kParameters},
                             .run = run};

}  // namespace vermilion::pipeline::checks
