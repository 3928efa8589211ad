#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

// The checkout as the tests of its architecture see it: text files, not what a compiler makes of
// them. All paths start at the root.
namespace vermilion::tests {

struct Include {
  std::string header;    // "pipeline/report.hpp", "png.h"
  bool outside = false;  // in angle brackets: the standard's or a library's

  friend bool operator==(const Include&, const Include&) = default;
};

struct SourceFile {
  std::string path;
  std::vector<Include> includes;
};

std::filesystem::path root();

// The folders of the top level, but for what is built, fetched or hidden.
std::vector<std::string> top_folders();

// Every .hpp, .cpp and .cpp.in beneath them, sorted.
const std::vector<SourceFile>& source_files();

std::vector<Include> includes_in(std::string_view text);

// One of `files` and the headers by which it reaches, directly or through ours, an outside header
// that begins with `prefix`: {"a.hpp", "b.hpp", "png.h"}. Empty when it reaches none.
std::vector<std::string> way_to(std::string_view prefix, std::string_view from,
                                const std::vector<SourceFile>& files);

// "a.hpp -> b.hpp -> png.h"
std::string joined(const std::vector<std::string>& parts, std::string_view between);

}  // namespace vermilion::tests
