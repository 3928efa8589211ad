#pragma once

#include "pipeline/codec/planes.hpp"

#include <jpeglib.h>

#include <array>
#include <cstdio>  // jpeglib.h needs FILE and does not say so
#include <vector>

namespace vermilion::pipeline::codec {

// A row of minimum coded units, as libjpeg hands it out raw: whole blocks of each component, each
// in its own resolution. Brings it into planes, chroma to half size.
class JpegStrips {
 public:
  // Is it YCbCr, with brightness at full size and chroma that comes to half size by whole steps?
  static bool fit(const jpeg_decompress_struct& info);

  // After jpeg_start_decompress.
  explicit JpegStrips(const jpeg_decompress_struct& info);
  JpegStrips(const JpegStrips&) = delete;
  JpegStrips& operator=(const JpegStrips&) = delete;

  // Where the library is to write, zeroed to begin with.
  JSAMPIMAGE image() { return image_.data(); }

  // Of brightness, in one strip.
  int rows() const { return strips_[0].samples.rows; }

  // The strip just read begins at row `y` of the picture.
  void copy_to(Planes& planes, int y) const;

 private:
  struct Strip {
    cv::Mat samples;
    std::vector<JSAMPROW> rows;
    int columns;  // those that belong to the picture ...
    int height;   // ... and the rows, of the whole component
    int ratio_x;  // samples of brightness beside one of these
    int ratio_y;
  };

  static Strip strip_of(const jpeg_decompress_struct& info, const jpeg_component_info& component);
  static void copy_chroma(const Strip& strip, int y, cv::Mat plane);
  void copy_luma(int y, cv::Mat luma) const;

  std::array<Strip, 3> strips_;
  std::array<JSAMPARRAY, 3> image_;
};

}  // namespace vermilion::pipeline::codec
