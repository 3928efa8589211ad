#pragma once

#include "pipeline/codec/planes.hpp"
#include "pipeline/intake/intake.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <span>

// One decoder for each kind of file; decode.hpp is the door. Each takes what intake let through.
namespace vermilion::pipeline::codec {

tl::expected<Planes, Finding> decode_jpeg(std::span<const std::byte> bytes,
                                          const intake::Header& header);
tl::expected<Planes, Finding> decode_png(std::span<const std::byte> bytes,
                                         const intake::Header& header);
tl::expected<Planes, Finding> decode_bmp(std::span<const std::byte> bytes,
                                         const intake::Header& header);

}  // namespace vermilion::pipeline::codec
