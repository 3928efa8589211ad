#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the stored picture is the right way up.
// Fails when it has to be turned by 90, 180 or 270 degrees; IMG_TURNED, a note.
// Known misses: a page with fewer than six windows of print stays as it is.
// Why: the reviewer sees it upright anyway; who scans sideways every time may want to know.
extern const Check kPageUpright;

}  // namespace vermilion::pipeline::checks
