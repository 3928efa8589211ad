#include "pipeline/checks/seal_clear_of_text.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealCoversText};

std::vector<Finding> run(Page& page, const Parameters&) {
  return for_each_seal(page,
                       [&](const seal::Seal& seal, const SealFact&) -> std::optional<Finding> {
                         if (!seal.over_print) return std::nullopt;
                         return finding(FindingCode::SealCoversText);
                       });
}

}  // namespace

const Check kSealClearOfText{.description = {.id = "seal_clear_of_text",
                                             .summary = "the seal does not lie over text",
                                             .summary_zh = "印章未压住文字",
                                             .general = true,
                                             .finds = kFinds,
                                             .parameters = {}},
                             .run = run};

}  // namespace vermilion::pipeline::checks
