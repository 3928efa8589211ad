#pragma once

#include "pipeline/intake/intake.hpp"

#include <tl/expected.hpp>

namespace vermilion::pipeline::intake {

// Walks every marker of the file (ITU-T T.81, annex B), through the entropy-coded data of all
// scans. What it lets through has one frame header of a kind we decode, at least one scan of every
// component, enough data for its blocks, and an end.
[[nodiscard]] tl::expected<Header, Finding> read_jpeg_header(std::span<const std::byte> bytes);

}  // namespace vermilion::pipeline::intake
