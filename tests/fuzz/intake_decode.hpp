#pragma once

#include "pipeline/codec/decode.hpp"
#include "pipeline/limits.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

namespace vermilion::fuzz {

// Takes bytes the way of an upload, as far as the decoder. One target for each format, so that each
// search keeps to one decoder.
inline int intake_decode(pipeline::ImageFormat format, const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto intake = pipeline::intake::examine(bytes, "", pipeline::limits::kFileBytes);
  if (!intake.header && intake.findings.empty()) std::abort();
  if (!intake.header || intake.header->format != format) return 0;

  const auto planes = pipeline::codec::decode(bytes, *intake.header);
  if (!planes) {
    if (planes.error().level != pipeline::Level::Block) std::abort();
    return 0;
  }
  const cv::Size half((planes->luma.cols + 1) / 2, (planes->luma.rows + 1) / 2);
  if (planes->coloured() && (planes->cb.size() != half || planes->cr.size() != half)) std::abort();
  return 0;
}

}  // namespace vermilion::fuzz
