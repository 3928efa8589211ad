#include "tests/support/shared_data.hpp"

#include <fstream>

namespace vermilion::tests {

std::optional<std::filesystem::path> shared_path(std::string_view relative) {
  const auto path = std::filesystem::path(VERMILION_SOURCE_DIR).parent_path() / "shared" / relative;
  if (!std::filesystem::exists(path)) return std::nullopt;
  return path;
}

std::optional<nlohmann::json> shared_json(std::string_view relative) {
  const auto path = shared_path(relative);
  if (!path) return std::nullopt;
  std::ifstream file(*path);
  return nlohmann::json::parse(file);
}

}  // namespace vermilion::tests
