#include "service/batch/inputs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <system_error>

namespace vermilion::service::batch {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> kExtensions{".jpg", ".jpeg", ".png", ".bmp"};

bool looks_like_a_scan(const fs::path& path) {
  std::string extension = path.extension().string();
  std::ranges::transform(extension, extension.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::ranges::count(kExtensions, extension) != 0;
}

void collect(const fs::path& folder, std::vector<std::string>& files) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code gone;  // deleted or locked since the folder was read: reading it will tell
    if (!entry->is_symlink(gone) && entry->is_directory(gone)) {
      collect(entry->path(), files);
    } else if (looks_like_a_scan(entry->path())) {
      files.push_back(entry->path().string());
    }
  }
  if (error) files.push_back(folder.string());
}

}  // namespace

std::vector<Input> gather(const std::vector<std::string>& names) {
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    std::error_code error;
    std::vector<std::string> files;
    if (name != kStandardInput && fs::is_directory(name, error)) {
      collect(name, files);
      std::ranges::sort(files);
    } else {
      files.push_back(name);
    }
    for (std::string& file : files) inputs.push_back({.file = std::move(file)});
  }
  return inputs;
}

std::vector<std::string> names_in(std::string_view list) {
  std::vector<std::string> names;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    std::string_view line = list.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (!line.empty()) names.emplace_back(line);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return names;
}

void plan_overlays(std::vector<Input>& inputs, const fs::path& folder) {
  std::set<std::string> taken;
  for (Input& input : inputs) {
    const std::string stem =
        input.file == kStandardInput ? "stdin" : fs::path(input.file).stem().string();
    std::string name = stem;
    for (int copy = 2; !taken.insert(name).second; ++copy) name = fmt::format("{}-{}", stem, copy);
    input.overlay_to = folder / (name + ".overlay.jpg");
  }
}

}  // namespace vermilion::service::batch
