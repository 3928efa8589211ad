#pragma once

#include "samples/series.hpp"

#include <filesystem>
#include <vector>

// The samples that lie beside the program, as recipes: the pictures can be drawn again at any time.
namespace vermilion::samples {

// The stem says what should become of it and why: accepted, referred to a person, or refused. What
// lies in lookalikes/ must yield neither a seal nor a code.
[[nodiscard]] std::vector<NamedRecipe> shipped();

[[nodiscard]] tl::expected<void, WriteError> write_shipped(const std::filesystem::path& folder);

}  // namespace vermilion::samples
