#include "service/projects/folder.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <system_error>

namespace vermilion::service::projects {

namespace fs = std::filesystem;

tl::expected<Files, std::string> files_in(const fs::path& folder) {
  Files files;
  for (const char* part : {"projects", "documents"}) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder / part, error)) {
      if (entry.path().extension() != ".yaml") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::string text(std::istreambuf_iterator<char>(in), {});
      if (!in) return tl::unexpected(fmt::format("{}: cannot be read", entry.path().string()));
      files.emplace(fmt::format("{}/{}", part, entry.path().filename().string()), std::move(text));
    }
    if (error) {
      return tl::unexpected(fmt::format("{}: {}", (folder / part).string(), error.message()));
    }
  }
  return files;
}

}  // namespace vermilion::service::projects
