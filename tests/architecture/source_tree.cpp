#include "tests/architecture/source_tree.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>

namespace vermilion::tests {
namespace {

namespace fs = std::filesystem;

// Neither ours nor kept: what CMake builds and npm fetches.
bool is_passing(const fs::path& folder) {
  const std::string name = folder.filename().string();
  return name.starts_with(".") || name == "build" || name == "node_modules";
}

bool is_source(const fs::path& file) {
  const std::string name = file.filename().string();
  constexpr std::array<std::string_view, 3> kEndings{".hpp", ".cpp", ".cpp.in"};
  return std::ranges::any_of(kEndings, [&](auto ending) { return name.ends_with(ending); });
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void collect(const fs::path& folder, std::vector<SourceFile>& files) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) {
      if (!is_passing(entry)) collect(entry, files);
    } else if (is_source(entry)) {
      files.push_back({fs::relative(entry, root()).string(), includes_in(text_of(entry))});
    }
  }
}

std::optional<Include> include_in(std::string_view line) {
  constexpr std::string_view kDirective = "#include ";
  if (!line.starts_with(kDirective)) return std::nullopt;
  line.remove_prefix(kDirective.size());
  if (line.empty()) return std::nullopt;
  const bool outside = line.front() == '<';
  const auto end = line.find(outside ? '>' : '"', 1);
  if (end == line.npos) return std::nullopt;
  return Include{std::string(line.substr(1, end - 1)), outside};
}

}  // namespace

fs::path root() {
  return VERMILION_SOURCE_DIR;
}

std::vector<std::string> top_folders() {
  std::vector<std::string> folders;
  for (const auto& entry : fs::directory_iterator(root())) {
    if (entry.is_directory() && !is_passing(entry)) folders.push_back(entry.path().filename());
  }
  std::ranges::sort(folders);
  return folders;
}

const std::vector<SourceFile>& source_files() {
  static const std::vector<SourceFile> files = [] {
    std::vector<SourceFile> found;
    for (const std::string& folder : top_folders()) collect(root() / folder, found);
    std::ranges::sort(found, {}, &SourceFile::path);
    return found;
  }();
  return files;
}

std::vector<Include> includes_in(std::string_view text) {
  std::vector<Include> includes;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    if (auto include = include_in(line)) includes.push_back(std::move(*include));
  }
  return includes;
}

std::vector<std::string> way_to(std::string_view prefix, std::string_view from,
                                const std::vector<SourceFile>& files) {
  std::map<std::string, std::vector<std::string>> ways{{std::string(from), {std::string(from)}}};
  std::deque<std::string> next{std::string(from)};
  while (!next.empty()) {
    const auto file = std::ranges::find(files, next.front(), &SourceFile::path);
    const std::vector<std::string> here = ways[next.front()];
    next.pop_front();
    if (file == files.end()) continue;
    for (const Include& include : file->includes) {
      std::vector<std::string> way = here;
      way.push_back(include.header);
      if (include.outside && include.header.starts_with(prefix)) return way;
      if (!include.outside && ways.emplace(include.header, std::move(way)).second) {
        next.push_back(include.header);
      }
    }
  }
  return {};
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

}  // namespace vermilion::tests
