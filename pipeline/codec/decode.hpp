#pragma once

#include "pipeline/codec/planes.hpp"
#include "pipeline/intake/intake.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <span>

namespace vermilion::pipeline::codec {

// Decodes what intake::examine let through, strictly: a cut file is IMG_TRUNCATED, a damaged one
// IMG_CORRUPT, and only the warnings written down in codec/jpeg.cpp as harmless are passed over.
// Buffers are zeroed before the decoder sees them. The stored orientation is kept.
[[nodiscard]] tl::expected<Planes, Finding> decode(std::span<const std::byte> bytes,
                                                   const intake::Header& header);

}  // namespace vermilion::pipeline::codec
