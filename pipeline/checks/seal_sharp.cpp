#include "pipeline/checks/seal_sharp.hpp"

#include "pipeline/checks/holder_seals.hpp"
#include "pipeline/page.hpp"

#include <array>

namespace vermilion::pipeline::checks {
namespace {

constexpr std::array kFinds{FindingCode::SealBlurred};

constexpr std::array kParameters{
    ParameterDescription{"edge_spread_max_mm", "mm", 0.50, 0.1, 2, "edge spread of the rim at most",
                         "边框边缘宽度不超过"},
};

std::vector<Finding> run(Page& page, const Parameters& parameters) {
  return for_each_seal(
      page, [&](const seal::Seal&, const SealFact& fact) -> std::optional<Finding> {
        if (!fact.edge_spread_mm || *fact.edge_spread_mm <= parameters["edge_spread_max_mm"])
          return std::nullopt;
        return measured(FindingCode::SealBlurred, *fact.edge_spread_mm,
                        parameters["edge_spread_max_mm"]);
      });
}

}  // namespace

const Check kSealSharp{.description = {.id = "seal_sharp",
                                       .summary = "the strokes of the seal are sharp",
                                       .summary_zh = "印章笔画清晰",
                                       .general = true,
                                       .finds = kFinds,
                                       .parameters = kParameters},
                       .run = run};

}  // namespace vermilion::pipeline::checks
