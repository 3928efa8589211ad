#pragma once

#include "pipeline/intake/intake.hpp"

#include <tl/expected.hpp>

namespace vermilion::pipeline::intake {

// Walks every chunk of the file (W3C PNG, third edition, 5 and 11) by its length; check sums are
// the decoder's. What it lets through begins with a sound IHDR, holds the palette it needs, enough
// picture data to be inflated to its rows, and an IEND.
[[nodiscard]] tl::expected<Header, Finding> read_png_header(std::span<const std::byte> bytes);

}  // namespace vermilion::pipeline::intake
