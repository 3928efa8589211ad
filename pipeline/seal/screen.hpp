#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/seal/outline.hpp"

namespace vermilion::pipeline::seal {

// Does the ink show the dot screen of a printer? 0 no … 1 clearly. Needs 180 dpi and a seal that is
// not small; a scan carries no screen finer than half its resolution, and inkjet prints have no
// regular one. So 0 proves nothing; that is why it only hints.
double screen_of(const page::Pyramid& pyramid, const Outline& outline, double px_per_mm);

}  // namespace vermilion::pipeline::seal
