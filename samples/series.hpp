#pragma once

#include "samples/make.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace vermilion::samples {

// Could not be drawn or written: one sentence with the path or the package and the reason.
struct WriteError {
  std::string detail;
};

// Writes `<stem>.<extension>` and `<stem>.truth.json` into the folder, which is made if need be.
[[nodiscard]] tl::expected<void, WriteError> write(const Sample& sample,
                                                   const std::filesystem::path& folder,
                                                   const std::string& stem);

// `path` is folder and stem, "business_licence/refused_seal_missing".
struct NamedRecipe {
  std::string path;
  Recipe recipe;
};

// Draws them on all processors.
[[nodiscard]] tl::expected<void, WriteError> write_all(const std::filesystem::path& folder,
                                                       const std::vector<NamedRecipe>& recipes);

// Writes `count` samples, 0001 and on. The same seed and wishes give the same files.
[[nodiscard]] tl::expected<void, WriteError> write_series(const std::filesystem::path& folder,
                                                          int count, std::uint64_t seed,
                                                          const Wishes& wishes);

}  // namespace vermilion::samples
