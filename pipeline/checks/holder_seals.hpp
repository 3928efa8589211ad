#pragma once

#include "pipeline/page.hpp"
#include "pipeline/seal/seal.hpp"

#include <opencv2/core/mat.hpp>

#include <optional>
#include <vector>

// What the checks of seals share: they look at each seal that may be the holder's, and say where.
namespace vermilion::pipeline::checks {

// Findings of `look` over the seals that are not the registrar's, each with the seal's box.
template <class Look>
std::vector<Finding> for_each_seal(Page& page, Look&& look) {
  std::vector<Finding> findings;
  const auto px_per_mm = page.px_per_mm();
  for (const seal::Seal& seal : page.seals()) {
    if (seal.role == SealRole::Registrar) continue;
    const SealFact fact = seal::fact_of(seal, page.pyramid().luma(0).size(), px_per_mm);
    std::optional<Finding> found = look(seal, fact);
    if (!found) continue;
    found->box = fact.box;
    findings.push_back(std::move(*found));
  }
  return findings;
}

// A finding about a value that should have been larger, or smaller.
inline Finding measured(FindingCode code, double value, double threshold) {
  Finding found = finding(code);
  found.value = value;
  found.threshold = threshold;
  return found;
}

}  // namespace vermilion::pipeline::checks
