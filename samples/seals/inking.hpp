#pragma once

#include "samples/seals/ink.hpp"

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

// How much ink the face leaves: rubber on paper, its edges following the fibres, pressure differing
// over the face, fibres and dry spots showing through.
[[nodiscard]] Mask inked(const Mask& face, const Stamping& how, double px_per_mm, Random& random);

// What becomes of the ink afterwards: smeared, blurred, faded. The same stream smears every ink of
// a print in the same direction.
[[nodiscard]] Mask wronged(Mask amount, const Stamping& how, double px_per_mm, Random random);

[[nodiscard]] Mask blurred(const Mask& amount, double sigma_px);

}  // namespace vermilion::samples::seals
