#pragma once

#include "bench/evaluate/labels.hpp"
#include "pipeline/inspect.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::evaluate {

struct Inspected {
  const Labelled* image = nullptr;
  pipeline::Report report;
  double cpu_ms = 0;  // whole inspection
};

std::vector<std::byte> bytes_of(const std::filesystem::path& path);

// With the general plan, but for the limit of 1 MiB: some of the images are larger and worth
// reading all the same. `file` is what the image is read from, under a name that fits it.
Inspected inspect(pipeline::Inspector& inspector, const Labelled& image,
                  std::span<const std::byte> file, std::string_view file_name);

// Images by category, each category inspected when it is first asked for.
class Inspections {
 public:
  // Both outlive it, and so do the names of categories it is asked for.
  Inspections(pipeline::Inspector& inspector, const std::vector<Labelled>& images)
      : inspector_(inspector), images_(images) {}

  const std::vector<Inspected>& of(std::string_view category);

 private:
  pipeline::Inspector& inspector_;
  const std::vector<Labelled>& images_;
  std::map<std::string_view, std::vector<Inspected>> inspected_;
};

}  // namespace vermilion::evaluate
