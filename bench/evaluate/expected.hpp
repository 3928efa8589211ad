#pragma once

#include "bench/evaluate/drawn.hpp"
#include "bench/evaluate/labels.hpp"

#include <filesystem>
#include <vector>

// How codes that an order expects are borne out: the right one, and twenty valid ones near it.
namespace vermilion::evaluate {

void print_expected(const std::filesystem::path& models, const std::vector<Labelled>& licences,
                    const DrawnSets& wanted);

}  // namespace vermilion::evaluate
