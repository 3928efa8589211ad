#pragma once

#include "pipeline/finding.hpp"

#include <tl/expected.hpp>

#include <cstdint>

namespace vermilion::pipeline::intake {

// IMG_PIXELS for what limits.hpp rules out: nothing to see, or more than a decoder may be asked
// for.
[[nodiscard]] tl::expected<void, Finding> check_dimensions(std::int64_t width, std::int64_t height);

}  // namespace vermilion::pipeline::intake
