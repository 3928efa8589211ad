#pragma once

#include "pipeline/error.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::pipeline {

// Recogniser data read at run time. `manifest.yaml` in the folder lists each file with its SHA-256;
// a file that differs is refused, since a reader with other weights would give other verdicts.
class ModelFolder {
 public:
  [[nodiscard]] static Result<ModelFolder> open(const std::filesystem::path& folder);

  // The bytes of the model of this name.
  [[nodiscard]] Result<std::vector<std::byte>> read(std::string_view name) const;

 private:
  struct Entry {
    std::string name;
    std::string file;
    std::string sha256;
  };

  ModelFolder(std::filesystem::path folder, std::vector<Entry> entries)
      : folder_(std::move(folder)), entries_(std::move(entries)) {}

  std::filesystem::path folder_;
  std::vector<Entry> entries_;
};

}  // namespace vermilion::pipeline
