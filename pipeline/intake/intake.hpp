#pragma once

#include "pipeline/report.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// Looks at the bytes before any decoder does, and refuses what must never reach one.
namespace vermilion::pipeline::intake {

struct Header {
  ImageFormat format = ImageFormat::Jpeg;
  int width = 0;  // as stored
  int height = 0;
  std::optional<double> density_dpi;  // what the file says of itself; a hint, often wrong
  std::optional<int>
      exif_rotation_deg;  // clockwise turn the camera asks for; a hint, sometimes stale
  bool progressive = false;
};

struct Intake {
  std::optional<Header> header;   // absent: refused, and the findings say why
  std::vector<Finding> findings;  // may hold warnings (FMT_MISMATCH) beside a header
};

// Walks headers, markers and chunks only; linear in the bytes, allocates nothing that grows with
// what they claim. `file` is used for its extension. `max_bytes` is the plan's limit, never more
// than limits::kFileBytesCeiling.
[[nodiscard]] Intake examine(std::span<const std::byte> bytes, std::string_view file,
                             std::size_t max_bytes);

}  // namespace vermilion::pipeline::intake
