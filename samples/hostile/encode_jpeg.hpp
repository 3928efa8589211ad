#pragma once

#include "samples/hostile/picture.hpp"

#include <cstdint>

namespace vermilion::samples::hostile {

enum class JpegColour : std::uint8_t { Grey, YCbCr, Rgb, Cmyk, Ycck };

struct JpegVariant {
  JpegColour colour = JpegColour::YCbCr;
  int horizontal = 2;  // samples of brightness to one of chroma
  int vertical = 2;
  int quality = 90;
  bool progressive = false;
  bool arithmetic = false;
  bool adobe = true;     // for four inks: complements, and the marker that says so
  int restart_rows = 0;  // rows of units between restart markers; 0: none
  int dpi = 0;
};

Bytes encode_jpeg(const Picture& picture, const JpegVariant& variant);

// A whole segment: marker, length, payload.
Bytes jpeg_segment(std::uint8_t marker, const Bytes& payload);

// Where the marker code stands (after its FF) when segments are walked from the start; the end of
// the file when there is none.
std::size_t find_marker(const Bytes& jpeg, std::uint8_t marker);

// `segment` in front of everything but SOI.
Bytes with_segment(const Bytes& jpeg, const Bytes& segment);

// An EXIF segment whose only directory says which way is up.
Bytes exif_orientation(int orientation);

}  // namespace vermilion::samples::hostile
