#include "pipeline/checks/seal_free_of_specks.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealSpeckle};

constexpr std::array kParameters{
    ParameterDescription{"cleanliness_min", "", 0.6, 0, 1, "cleanliness, 1 is spotless, at least",
                         "洁净度不低于"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  return for_each_seal(
      page, [&](const seal::Seal&, const SealFact& fact) -> std::optional<Finding> {
        if (fact.cleanliness >= parameters["cleanliness_min"]) return std::nullopt;
        return measured(FindingCode::SealSpeckle, fact.cleanliness, parameters["cleanliness_min"]);
      });
}

}  // namespace

const Check kSealFreeOfSpecks{.description = {.id = "seal_free_of_specks",
                                              .summary = "the seal is free of specks",
                                              .summary_zh = "印章无杂质",
                                              .general = true,
                                              .finds = kFinds,
                                              .parameters = kParameters},
                              .run = run};

}  // namespace vermilion::pipeline::checks
