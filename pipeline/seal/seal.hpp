#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/report.hpp"
#include "pipeline/seal/find.hpp"
#include "pipeline/seal/measure.hpp"

#include <optional>
#include <vector>

namespace vermilion::pipeline::seal {

struct Seal {
  Impression impression;
  Measurement measured;
  SealRole role = SealRole::Unknown;
  bool over_print = false;  // enough print-sized strokes lie beneath to be text
};

// Measures what was found and tells the registrar's seal from the holder's.
std::vector<Seal> seals_of(const Found& found, const page::Pyramid& pyramid,
                           const page::Light& light, std::optional<double> px_per_mm);

// Whose seal each of the impressions is. A licence in colour shows its red emblem; its registrar's
// seal is the red one nearest to the lower right, where the authority signs. Without a red emblem
// the page is a copy in grey, and whatever is red was stamped by the holder.
std::vector<SealRole> roles_of(const Found& found, cv::Size page);

SealFact fact_of(const Seal& seal, std::optional<double> px_per_mm);

}  // namespace vermilion::pipeline::seal
