#pragma once

#include "samples/geometry.hpp"
#include "samples/seals/ink.hpp"
#include "samples/seals/seal_design.hpp"

#include <vector>

namespace vermilion::samples::seals {

// How a seal was put on the paper. The first part varies on every desk; the second is what goes
// wrong, all of it absent by default.
struct Stamping {
  InkColour colour;
  double strength = 1;      // coats of ink at full pressure
  double unevenness = 0.2;  // share of the ink that pressure takes away where it is weakest
  double texture = 0.15;    // share that paper fibres take away
  double pinholes = 0.02;   // share of the face that stays dry
  double bleed_mm = 0.05;   // how far ink creeps along the fibres

  double kept = 1;            // of the ink: a faded seal
  double smear_mm = 0;        // moved while stamping
  double blur_mm = 0;         // out of focus, or soaked into soft paper
  double rim_lost = 0;        // share of the rim without ink
  double specks_per_cm2 = 0;  // foreign marks in and around it
  double screen_lpi = 0;      // printed by a colour laser with a screen of so many lines per inch
};

[[nodiscard]] Stamping natural_stamping(Random& random);

// A seal on the page: where, which, how.
struct Impression {
  SealDesign design;
  Point centre;
  double turn_deg = 0;  // clockwise
  Stamping stamping;
};

// Where the impression ends on the sheet: its design, turned, without bleeding and specks.
[[nodiscard]] std::vector<Point> outline_of(const Impression& impression);
[[nodiscard]] Rect box_of(const Impression& impression);

// Puts the impression on the page, which holds `dpi` pixels an inch.
void stamp(Picture& page, double dpi, const Impression& impression, Random random);

}  // namespace vermilion::samples::seals
