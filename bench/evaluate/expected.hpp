#pragma once

#include "bench/evaluate/drawn.hpp"
#include "bench/evaluate/labels.hpp"
#include "pipeline/inspect.hpp"

#include <vector>

// How codes that an order expects are borne out: the right one, and twenty valid ones near it.
namespace vermilion::evaluate {

void print_expected(pipeline::Inspector& inspector, const std::vector<Labelled>& licences,
                    const DrawnSets& wanted);

}  // namespace vermilion::evaluate
