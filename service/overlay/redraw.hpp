#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace vermilion::service::overlay {

// A4 at 600 dpi; what is wider is shown no wider.
inline constexpr int kRedrawnWidth = 4961;

// The page of a scan as a JPEG of its own: turned clockwise, at most so wide (0: as wide as it is),
// and nothing of what else was in the file. The error is a sentence for the log.
[[nodiscard]] tl::expected<std::vector<std::byte>, std::string> redraw(
    std::span<const std::byte> bytes, int turned_deg, int width);

}  // namespace vermilion::service::overlay
