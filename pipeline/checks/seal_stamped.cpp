#include "pipeline/checks/seal_stamped.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealPrinted};

constexpr std::array kParameters{
    ParameterDescription{"printed_max", "", 0.6, 0, 1, "score from which it is noted",
                         "评分达到此值作提示"},
};

constexpr std::array<std::string_view, 1> kMeasures{"printed"};

Measured measure(Page& page) {
  return of_each_seal(page, FindingCode::SealPrinted, "printed",
                      [](const seal::Seal&, const SealFact& fact) { return fact.printed; });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters& parameters) {
  return if_reached(seal, "printed", parameters, "printed_max");
}

}  // namespace

const Check kSealStamped{.description = {.id = "seal_stamped",
                                         .summary = "the seal does not look printed",
                                         .summary_zh = "印章不像打印的",
                                         .general = true,
                                         .finds = kFinds,
                                         .parameters = kParameters,
                                         .measures = kMeasures,
                                         .decide = decide},
                         .measure = measure};

}  // namespace vermilion::pipeline::checks
