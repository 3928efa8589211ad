#include "samples/encode/jpeg.hpp"

#include <jpeglib.h>
#include <opencv2/imgproc.hpp>

#include <cstdio>
#include <cstdlib>
#include <memory>

namespace vermilion::samples::encode {
namespace {

// Nothing of ours can make the encoder fail but a mistake of ours.
[[noreturn]] void stop(j_common_ptr info) {
  info->err->output_message(info);
  std::abort();
}

struct FreeBuffer {
  void operator()(unsigned char* buffer) const { std::free(buffer); }
};

class Compressor {
 public:
  Compressor() {
    info_.err = jpeg_std_error(&errors_);
    errors_.error_exit = stop;
    jpeg_create_compress(&info_);
  }
  ~Compressor() { jpeg_destroy_compress(&info_); }
  Compressor(const Compressor&) = delete;
  Compressor& operator=(const Compressor&) = delete;

  jpeg_compress_struct& info() { return info_; }

  Bytes write(const cv::Mat& pixels) {
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info_, &buffer, &size);
    jpeg_start_compress(&info_, TRUE);
    for (int y = 0; y < pixels.rows; ++y) {
      JSAMPROW row = const_cast<JSAMPROW>(pixels.ptr(y));  // libjpeg only reads it
      jpeg_write_scanlines(&info_, &row, 1);
    }
    jpeg_finish_compress(&info_);
    const std::unique_ptr<unsigned char, FreeBuffer> owned(buffer);
    const auto* begin = reinterpret_cast<const std::byte*>(buffer);
    return {begin, begin + size};
  }

 private:
  jpeg_compress_struct info_{};
  jpeg_error_mgr errors_{};
};

// The black ink takes what the three colours have in common; stored inverted, as Adobe does.
cv::Mat inverted_cmyk(const Picture& picture) {
  cv::Mat4b inks(picture.size());
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      const cv::Vec3b& rgb = picture(y, x);
      const int light = std::max({rgb[0], rgb[1], rgb[2], std::uint8_t{1}});
      for (int c = 0; c < 3; ++c) {
        inks(y, x)[c] = static_cast<std::uint8_t>((rgb[c] * 255 + light / 2) / light);
      }
      inks(y, x)[3] = static_cast<std::uint8_t>(light);
    }
  }
  return inks;
}

cv::Mat components(const Picture& picture, JpegColour colour) {
  if (colour == JpegColour::Cmyk) return inverted_cmyk(picture);
  if (colour == JpegColour::Ycc) return picture;
  Mask grey;
  cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
  return grey;
}

J_COLOR_SPACE space_of(JpegColour colour) {
  switch (colour) {
    case JpegColour::Ycc:
      return JCS_RGB;
    case JpegColour::Grey:
      return JCS_GRAYSCALE;
    case JpegColour::Cmyk:
      return JCS_CMYK;
  }
  return JCS_RGB;
}

}  // namespace

Bytes jpeg(const Picture& picture, int dpi, const JpegSettings& settings) {
  const cv::Mat pixels = components(picture, settings.colour);
  Compressor compressor;
  jpeg_compress_struct& info = compressor.info();
  info.image_width = static_cast<JDIMENSION>(pixels.cols);
  info.image_height = static_cast<JDIMENSION>(pixels.rows);
  info.input_components = pixels.channels();
  info.in_color_space = space_of(settings.colour);
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, settings.quality, TRUE);
  info.density_unit = 1;  // per inch
  info.X_density = info.Y_density = static_cast<UINT16>(dpi);
  info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor =
      settings.colour == JpegColour::Ycc && settings.halved_chroma ? 2 : 1;
  if (settings.progressive) jpeg_simple_progression(&info);
  return compressor.write(pixels);
}

}  // namespace vermilion::samples::encode
