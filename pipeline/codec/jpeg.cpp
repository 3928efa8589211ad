#include "pipeline/codec/colour.hpp"
#include "pipeline/codec/formats.hpp"
#include "pipeline/codec/jpeg_strips.hpp"
#include "pipeline/codec/libjpeg.hpp"
#include "pipeline/codec/refuse.hpp"

#include <algorithm>
#include <vector>

namespace vermilion::pipeline::codec {
namespace {

using Decoded = tl::expected<Planes, Finding>;

// Common to the three ways: exact integer transform, and nothing that would paint over what a
// damaged file lacks.
bool start(JpegDecompressor& jpeg) {
  return jpeg.run([&] {
    jpeg.info().dct_method = JDCT_ISLOW;
    jpeg.info().do_block_smoothing = FALSE;
    jpeg_start_decompress(&jpeg.info());
  });
}

// A progressive file that lost its last scans but got an end shows a coarse picture without a
// warning. An encoder sends every coefficient it began down to its last bit.
bool is_fully_refined(const jpeg_decompress_struct& info) {
  if (info.coef_bits == nullptr) return true;
  for (int component = 0; component < info.num_components; ++component) {
    const auto& bits = info.coef_bits[component];
    if (bits[0] != 0 || std::ranges::any_of(bits, [](int low) { return low > 0; })) return false;
  }
  return true;
}

// Reads on to the end marker, so that what stands between is held against the rules as well.
bool finish(JpegDecompressor& jpeg) {
  return jpeg.run([&] { jpeg_finish_decompress(&jpeg.info()); });
}

// Takes the samples as they are stored: no upsampling, no colour conversion.
Decoded read_planes(JpegDecompressor& jpeg) {
  auto& info = jpeg.info();
  info.raw_data_out = TRUE;
  if (!start(jpeg)) return jpeg.refusal();

  // Not zeroed, unlike everything a decoder writes into: the library writes into strips that are,
  // and every row here is copied from them. Touching the memory twice would cost 0.05 of a decode.
  const cv::Size size(static_cast<int>(info.output_width), static_cast<int>(info.output_height));
  const cv::Size half((size.width + 1) / 2, (size.height + 1) / 2);
  const cv::Size quarter = size / 2 / 2;
  Planes planes{.luma = cv::Mat(size, CV_8UC1),
                .cb = cv::Mat(half, CV_8UC1),
                .cr = cv::Mat(half, CV_8UC1),
                .luma_half = cv::Mat(size / 2, CV_8UC1),
                .luma_quarter = cv::Mat(quarter, CV_8UC1),
                .cb_quarter = cv::Mat(quarter, CV_8UC1),
                .cr_quarter = cv::Mat(quarter, CV_8UC1)};
  JpegStrips strips(info);
  for (int y = 0; y < size.height; y += strips.rows()) {
    const bool read = jpeg.run(
        [&] { jpeg_read_raw_data(&info, strips.image(), static_cast<JDIMENSION>(strips.rows())); });
    if (!read) return jpeg.refusal();
    strips.copy_to(planes, y);
  }
  return planes;
}

bool read_row(JpegDecompressor& jpeg, JSAMPROW row) {
  return jpeg.run([&] { jpeg_read_scanlines(&jpeg.info(), &row, 1); });
}

Decoded read_grey(JpegDecompressor& jpeg) {
  if (!start(jpeg)) return jpeg.refusal();
  Planes planes = blank_planes(static_cast<int>(jpeg.info().output_width),
                               static_cast<int>(jpeg.info().output_height), false);
  for (int y = 0; y < planes.luma.rows; ++y) {
    if (!read_row(jpeg, planes.luma.ptr(y))) return jpeg.refusal();
  }
  return planes;
}

// Without profiles, as screens show it. Adobe's programs store the complement of the ink.
void cmyk_to_rgb(const std::vector<std::uint8_t>& cmyk, bool is_complement, std::uint8_t* rgb) {
  const int flip = is_complement ? 0 : 255;
  for (std::size_t i = 0; i + 3 < cmyk.size(); i += 4) {
    const int paper = cmyk[i + 3] ^ flip;
    for (std::size_t ink = 0; ink < 3; ++ink) {
      *rgb++ = static_cast<std::uint8_t>(((cmyk[i + ink] ^ flip) * paper + 127) / 255);
    }
  }
}

// RGB, CMYK, YCCK, and samplings that hold no usable planes.
Decoded read_converted(JpegDecompressor& jpeg) {
  auto& info = jpeg.info();
  const bool has_black = info.num_components == 4;
  info.out_color_space = has_black ? JCS_CMYK : JCS_RGB;
  if (!start(jpeg)) return jpeg.refusal();

  RgbToPlanes planes(static_cast<int>(info.output_width), static_cast<int>(info.output_height),
                     true);
  std::vector<std::uint8_t> cmyk(has_black ? 4 * std::size_t{info.output_width} : 0);
  for (JDIMENSION y = 0; y < info.output_height; ++y) {
    if (!read_row(jpeg, has_black ? cmyk.data() : planes.row())) return jpeg.refusal();
    if (has_black) cmyk_to_rgb(cmyk, info.saw_Adobe_marker == TRUE, planes.row());
    planes.next();
  }
  return planes.take();
}

Decoded read_picture(JpegDecompressor& jpeg) {
  if (jpeg.info().jpeg_color_space == JCS_GRAYSCALE) return read_grey(jpeg);
  if (JpegStrips::fit(jpeg.info())) return read_planes(jpeg);
  return read_converted(jpeg);
}

}  // namespace

Decoded decode_jpeg(std::span<const std::byte> bytes, const intake::Header& header) {
  JpegDecompressor jpeg;
  if (!jpeg.read_header(bytes)) return jpeg.refusal();
  const auto& info = jpeg.info();
  const bool is_as_examined = info.image_width == static_cast<JDIMENSION>(header.width) &&
                              info.image_height == static_cast<JDIMENSION>(header.height);
  if (!is_as_examined) return refuse(FindingCode::ImgCorrupt, "SOF");

  Decoded picture = read_picture(jpeg);
  if (!picture) return picture;
  if (!is_fully_refined(info)) return refuse(FindingCode::ImgTruncated, "SOS");
  if (!finish(jpeg)) return jpeg.refusal();
  return picture;
}

}  // namespace vermilion::pipeline::codec
