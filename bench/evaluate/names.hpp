#pragma once

#include "bench/evaluate/labels.hpp"
#include "pipeline/error.hpp"

#include <filesystem>
#include <vector>

// How the name an order expects on a licence is borne out: the right one, those of the other
// organisations, and the right one with a character of its trade or its place exchanged.
namespace vermilion::evaluate {

// Of the licences whose name is labelled as sure. Rows are read once for all names held against
// them, so that the cost told is of the first. Fails where the models cannot be read.
[[nodiscard]] pipeline::Result<void> print_names(const std::filesystem::path& models,
                                                 const std::vector<Labelled>& images, bool each);

}  // namespace vermilion::evaluate
