#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <optional>
#include <string_view>

// Reference data that may lie beside the checkout (../shared). A test that wants it skips, with
// this reason printed, where it is absent.
namespace vermilion::tests {

inline constexpr std::string_view kNoSharedData = "no ../shared beside this checkout";

std::optional<std::filesystem::path> shared_path(std::string_view relative);
std::optional<nlohmann::json> shared_json(std::string_view relative);

}  // namespace vermilion::tests
