#pragma once

#include "samples/recipe.hpp"
#include "samples/series.hpp"

#include <filesystem>
#include <string>
#include <vector>

// The samples that lie beside the program, as recipes: pictures can be drawn again at any time.
namespace vermilion::samples {

// `path` is folder and stem, "business_licence/refused_seal_missing": accepted, referred to a
// person or refused, then why. What lies in lookalikes/ must yield neither a seal nor a code.
struct Shipped {
  std::string path;
  Recipe recipe;
};

[[nodiscard]] std::vector<Shipped> shipped();

[[nodiscard]] tl::expected<void, WriteError> write_shipped(const std::filesystem::path& folder);

}  // namespace vermilion::samples
