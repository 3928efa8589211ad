#pragma once

#include "pipeline/plan.hpp"
#include "pipeline/report.hpp"
#include "samples/recipe.hpp"

#include <set>
#include <string>
#include <vector>

// What inspections are asked for and tried on, and what they did.
namespace vermilion::tests {

pipeline::Plan plan_of(const std::vector<std::string>& checks);

// Every check there is, a kind and a code expected.
pipeline::Plan plan_of_everything();

// Pages that take different ways through the stages: turned, in colour, without red, cut,
// unreadable code, nothing to be found.
std::vector<samples::Recipe> varied_recipes();

using Stages = std::set<std::string>;
Stages stages_of(const pipeline::Report& report);

// What every readable report takes: size, resolution, turn and skew are facts of the image itself.
inline const Stages kOfTheImage{"digest", "intake", "decode", "page area", "pyramid",
                                "light",  "lines",  "turn",   "skew",      "capture"};

}  // namespace vermilion::tests
