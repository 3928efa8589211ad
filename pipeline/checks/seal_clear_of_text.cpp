#include "pipeline/checks/seal_clear_of_text.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>
#include <string_view>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealCoversText};

constexpr std::array<std::string_view, 1> kMeasures{"over_print"};

Measured measure(Page& page) {
  return of_each_seal(
      page, FindingCode::SealCoversText, "over_print",
      [](const seal::Seal& seal, const SealFact&) { return seal.over_print ? 1 : 0; });
}

std::optional<Finding> decide(const Measurement& seal, const Parameters&) {
  if (value_of(seal, "over_print") == 0) return std::nullopt;
  return finding_of(seal);
}

}  // namespace

const Check kSealClearOfText{.description = {.id = "seal_clear_of_text",
                                             .summary = "the seal does not lie over text",
                                             .summary_zh = "印章未压住文字",
                                             .general = true,
                                             .finds = kFinds,
                                             .parameters = {},
                                             .measures = kMeasures,
                                             .decide = decide},
                             .measure = measure};

}  // namespace vermilion::pipeline::checks
