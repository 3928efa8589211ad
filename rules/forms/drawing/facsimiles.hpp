#pragma once

#include "pipeline/plan.hpp"
#include "rules/error.hpp"

// What the fields of a form look like in print, for the pipeline to find them again.
namespace vermilion::rules::forms::drawing {

// Adds to the plan's form those of all fields that were printed in one row; some milliseconds.
// Fails where the fonts are not installed.
[[nodiscard]] Result<void> add_facsimiles(pipeline::Plan& plan);

}  // namespace vermilion::rules::forms::drawing
