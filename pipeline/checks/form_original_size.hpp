#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the form was printed and copied at its own size.
// Fails when it is smaller than scale_min or larger than scale_max of that; COPY_REDUCED, with the
// size. It is held against the sheet, which the scan shows whole, or the density a scanner states.
// Known misses: photos, scans that are cut and state no density.
// Why: what is stamped on it is measured in millimetres; printers that "fit to page" print at 94 to
// 97 %, while a scanner that cuts a millimetre or two off the sheet makes 1 %.
extern const Check kFormOriginalSize;

}  // namespace vermilion::pipeline::checks
