#include "bench/calibrate/thresholds.hpp"

#include "pipeline/checks/catalogue.hpp"

#include <algorithm>
#include <cassert>

namespace vermilion::calibrate {
namespace {

using samples::Defect;

// In the strengths samples draw it in.
Planting usual(Defect defect) {
  const auto& row = samples::describe(defect);
  return {defect, row.mildest, row.strongest};
}

// The same where a smaller strength does more: the ink that is left, lines to the inch.
Planting usual_of_what_is_left(Defect defect) {
  const auto& row = samples::describe(defect);
  return {defect, row.strongest, row.mildest};
}

std::vector<Threshold> rows() {
  return {
      {"page_straight", "skew_max_deg", {usual(Defect::Skew)}},
      {"page_sharp", "edge_spread_warn_mm", {usual(Defect::Blur)}, {{"edge_spread_block_mm", 2}}},
      // With the other aside, a worst region beyond 2 mm still warns.
      {"page_sharp",
       "edge_spread_block_mm",
       {usual(Defect::Blur)},
       {{"edge_spread_warn_mm", 2}},
       pipeline::Level::Block},
      // Beyond the usual grey, which is meant to be seen but read all the same.
      {"page_bright", "paper_min", {{Defect::BackgroundGrey, 0.4, 0.8}}, {{"contrast_min", 0}}},
      {"page_bright", "contrast_min", {}, {{"paper_min", 0}}},
      // What is to be looked at begins where the other one ends.
      {"page_resolution", "dpi_warn", {{Defect::Lowres, 140, 90}}, {{"dpi_block", 50}}},
      {"page_resolution", "dpi_block", {{Defect::Lowres, 90, 50}}, {{"dpi_warn", 50}}},
      {"page_original_size", "upscaling_max", {usual(Defect::Upscaled)}},
      {"page_scanned", "photo_max", {usual(Defect::Photo), usual(Defect::Screenshot)}},
      {"seal_red", "redness_min", {usual(Defect::SealBw)}},
      {"seal_strong", "strength_min", {usual_of_what_is_left(Defect::SealFaded)}},
      {"seal_sharp", "edge_spread_max_mm", {usual(Defect::SealBlurred)}},
      {"seal_border_whole", "border_min", {usual(Defect::SealBrokenBorder)}},
      {"seal_not_smeared", "smear_max", {usual(Defect::SealSmeared)}},
      {"seal_on_white",
       "background_max",
       {usual(Defect::BackgroundGrey), usual(Defect::BackgroundColour)}},
      {"seal_free_of_specks", "cleanliness_min", {usual(Defect::SealSpeckle)}},
      {"seal_stamped", "printed_max", {usual_of_what_is_left(Defect::SealPrinted)}},
  };
}

}  // namespace

const std::vector<Threshold>& thresholds() {
  static const std::vector<Threshold> kRows = rows();
  return kRows;
}

const pipeline::CheckDescription& check_of(const Threshold& threshold) {
  const auto checks = pipeline::check_descriptions();
  const auto check = std::ranges::find(checks, threshold.check, &pipeline::CheckDescription::id);
  assert(check != checks.end());
  return *check;
}

const pipeline::ParameterDescription& parameter_of(const Threshold& threshold) {
  const auto parameters = check_of(threshold).parameters;
  const auto parameter =
      std::ranges::find(parameters, threshold.parameter, &pipeline::ParameterDescription::name);
  assert(parameter != parameters.end());
  return *parameter;
}

}  // namespace vermilion::calibrate
