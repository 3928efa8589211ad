#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace vermilion::service::overlay {

// Writes a file in one go: whoever looks finds the old one or the whole new one. The complaint is a
// sentence for a person: which file, and the system's own words.
[[nodiscard]] tl::expected<void, std::string> write_file(const std::filesystem::path& path,
                                                         std::span<const std::byte> bytes);

}  // namespace vermilion::service::overlay
