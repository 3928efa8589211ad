#pragma once

#include <tl/expected.hpp>

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// Which scans a batch is about.
namespace vermilion::service::batch {

inline constexpr std::string_view kStandardInput = "-";

struct Input {
  std::string file;                       // as named; "-" is one scan from standard input
  std::filesystem::path overlay_to = {};  // empty: no overlay is wanted

  friend bool operator==(const Input&, const Input&) = default;
};

// The inputs in the order they were named. A directory stands for every jpg, jpeg, png and bmp
// below it, sorted by path; what cannot be looked into is kept, to be reported as unreadable.
[[nodiscard]] std::vector<Input> gather(const std::vector<std::string>& names);

// The names of a list, one a line; empty lines are passed over.
[[nodiscard]] std::vector<std::string> names_in(std::string_view list);

// Gives every input its place in `folder`: scan.jpg is drawn to scan.overlay.jpg, a second scan.png
// from elsewhere to scan-2.overlay.jpg.
void plan_overlays(std::vector<Input>& inputs, const std::filesystem::path& folder);

}  // namespace vermilion::service::batch
