#pragma once

#include "service/scans/failure.hpp"
#include "service/scans/house.hpp"
#include "service/scans/scan.hpp"

#include <array>
#include <string>

// Scans as they are shown: never the file that came, but a picture drawn anew from it in a worker.
namespace vermilion::service::scans {

// Widths drawings come in; what is asked for is rounded up to one of them, so that nobody can have
// us keep a thousand of each.
inline constexpr std::array kWidths{320, 800, 1600, 2400};

// Upright as its report says, no wider than `width` rounded up (0: as it is). A JPEG.
[[nodiscard]] Result<std::string> picture(House& house, const Scan& scan, int width);

}  // namespace vermilion::service::scans
