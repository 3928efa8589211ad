#pragma once

#include "samples/make.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <filesystem>
#include <string>

namespace vermilion::samples {

// Could not be written: one sentence with the path and the reason.
struct WriteError {
  std::string detail;
};

// Writes `<stem>.<extension>` and `<stem>.truth.json` into the folder, which is made if need be.
[[nodiscard]] tl::expected<void, WriteError> write(const Sample& sample,
                                                   const std::filesystem::path& folder,
                                                   const std::string& stem);

// Writes `count` samples, 0001 and on, on all processors. The same seed and wishes give the same
// files.
[[nodiscard]] tl::expected<void, WriteError> write_series(const std::filesystem::path& folder,
                                                          int count, std::uint64_t seed,
                                                          const Wishes& wishes);

}  // namespace vermilion::samples
