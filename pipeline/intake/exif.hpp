#pragma once

#include "pipeline/intake/byte_reader.hpp"

#include <optional>

namespace vermilion::pipeline::intake {

struct ExifHints {
  std::optional<int> rotation_deg;  // clockwise turn the camera asks for; absent when mirrored
  std::optional<double> dpi;
};

// Reads the TIFF structure that follows "Exif\0\0", as far as it makes sense. Only the first
// directory is looked at and no offset to another one is followed, so no loop can be built.
ExifHints read_exif(ByteReader tiff);

}  // namespace vermilion::pipeline::intake
