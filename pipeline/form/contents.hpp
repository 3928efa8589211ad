#pragma once

#include "pipeline/form/boxes.hpp"
#include "pipeline/form/ink.hpp"

#include <optional>
#include <span>
#include <vector>

namespace vermilion::pipeline::form {

// What stands in the box of a stamp that holds no seal; writing only where somebody may sign.
struct StampInk {
  Writing writing;
  double red_mm2 = 0;
};

// What people put on a form of ours: everything in the order of the template's items.
struct Contents {
  std::vector<BoxedSeal> seals;
  std::vector<StampInk> stamps;
  // Of each field, the ink in the emptiest of the blanks to write in; absent where it has none.
  std::vector<std::optional<double>> blanks_mm2;
  std::vector<double> ticks_mm2;  // in the square of each
};

[[nodiscard]] Contents contents_of(const Template& form, const Placement& placement,
                                   const page::Pyramid& pyramid, const page::Light& light,
                                   std::span<const seal::Seal> seals);

// Written by hand, whatever is printed around it.
[[nodiscard]] bool is_written_by_hand(const Field& field);

// The places of a field that somebody has to write in: the gaps in what is printed, else all of it.
[[nodiscard]] std::vector<BoxMm> blanks_of(const Field& field);

}  // namespace vermilion::pipeline::form
