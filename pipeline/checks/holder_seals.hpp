#pragma once

#include "pipeline/checks/check.hpp"
#include "pipeline/page.hpp"
#include "pipeline/seal/seal.hpp"

#include <opencv2/core/mat.hpp>

#include <optional>
#include <string>
#include <vector>

// What the checks of seals share: they look at each seal that may be the holder's, and say where.
namespace vermilion::pipeline::checks {

// What `look` sees of the seals that are not the registrar's, each with the seal's box, under the
// name `value`. Nothing of a seal it cannot be seen of.
template <class Look>
std::vector<Measurement> of_each_seal(Page& page, FindingCode code, std::string_view value,
                                      Look&& look) {
  std::vector<Measurement> measurements;
  const auto px_per_mm = page.px_per_mm();
  for (const seal::Seal& seal : page.seals()) {
    if (seal.role == SealRole::Registrar) continue;
    const SealFact fact = seal::fact_of(seal, page.pyramid().luma(0).size(), px_per_mm);
    const std::optional<double> seen = look(seal, fact);
    if (!seen) continue;
    measurements.push_back(
        {.code = code, .box = fact.box, .values = {{std::string(value), *seen}}});
  }
  return measurements;
}

}  // namespace vermilion::pipeline::checks
