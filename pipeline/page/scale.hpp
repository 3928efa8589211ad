#pragma once

#include "pipeline/report.hpp"

#include <optional>

namespace vermilion::pipeline::page {

// How many pixels an inch of the paper has.
struct Scale {
  std::optional<double> dpi;
  ScaleSource source = ScaleSource::Unknown;

  std::optional<double> mm(double px) const {
    if (!dpi) return std::nullopt;
    return px * 25.4 / *dpi;
  }
};

// What the scale can be read off. Absent means not known.
struct KnownLengths {
  double width_px = 0;  // of the picture
  double height_px = 0;
  bool flat = true;                    // a flat scan shows the sheet and nothing else
  std::optional<double> seal_ring_px;  // diameter of the largest round seal
  std::optional<double> density_tag_dpi;
};

// The sheet first, where the picture has its proportions; then the ring of a seal; the density the
// file states last, since programs write 72 or 96 without looking.
Scale scale_of(const KnownLengths& lengths);

}  // namespace vermilion::pipeline::page
