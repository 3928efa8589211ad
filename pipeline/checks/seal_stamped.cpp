#include "pipeline/checks/seal_stamped.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealPrinted};

constexpr std::array kParameters{
    ParameterDescription{"printed_max", "", 0.6, 0, 1, "score from which it is noted",
                         "评分达到此值作提示"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  return for_each_seal(
      page, [&](const seal::Seal&, const SealFact& fact) -> std::optional<Finding> {
        if (fact.printed < parameters["printed_max"]) return std::nullopt;
        return measured(FindingCode::SealPrinted, fact.printed, parameters["printed_max"]);
      });
}

}  // namespace

const Check kSealStamped{.description = {.id = "seal_stamped",
                                         .summary = "the seal does not look printed",
                                         .summary_zh = "印章不像打印的",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = kParameters},
                         .run = run};

}  // namespace vermilion::pipeline::checks
