#pragma once

#include "pipeline/checks/check.hpp"

namespace vermilion::pipeline::checks {

// Holds when the page was scanned flat.
// Fails when shading, surroundings and perspective together say a camera took it; IMG_PHOTO.
// Known misses: a photo cropped and evened out by an app.
// Why: the documents ask for a scanner; photos bend what is measured in millimetres.
extern const Check kPageScanned;

}  // namespace vermilion::pipeline::checks
