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
  double printed = 0;       // 0 looks stamped … 1 looks printed; the holder's alone are asked
};

// Measures what was found and tells the registrar's seal from the holder's.
std::vector<Seal> seals_of(const Found& found, const page::Pyramid& pyramid,
                           const page::Light& light, std::optional<double> px_per_mm);

// Whose seal each of them is. The authority signs a licence in the lower right, over the date: the
// lowest and rightmost round seal is its own where the page shows the emblem in the same colour, or
// where a second round seal stands beside it and only this one lies over print. Without either, the
// page is a copy in grey or a letter, and whatever is on it was stamped by the holder.
void assign_roles(std::vector<Seal>& seals, bool has_emblem, cv::Size page);

// The box is what the page of that size shows of it.
SealFact fact_of(const Seal& seal, cv::Size page, std::optional<double> px_per_mm);

}  // namespace vermilion::pipeline::seal
