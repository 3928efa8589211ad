#pragma once

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace vermilion::service::demo {

// A copy of the rules that were shipped, with what the documents leave open: what a renewal and a
// reissue without seal cost, and that a key made today can be renewed today. Else every journey
// could not be tried. The error says which file could not be read or does not say what it did.
[[nodiscard]] tl::expected<void, std::string> copy_rules(const std::filesystem::path& shipped,
                                                         const std::filesystem::path& to);

}  // namespace vermilion::service::demo
