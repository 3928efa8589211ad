#include "pipeline/codec/colour.hpp"
#include "pipeline/codec/formats.hpp"
#include "pipeline/codec/libjpeg.hpp"
#include "pipeline/codec/refuse.hpp"

#include <algorithm>
#include <array>
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

// One row of minimum coded units of one component, as the library hands it out: whole blocks.
struct Strip {
  static constexpr int kRowsMax = 4 * DCTSIZE;  // the largest sampling factor is 4

  explicit Strip(const jpeg_component_info& component)
      : samples(cv::Mat::zeros(component.v_samp_factor * DCTSIZE,
                               static_cast<int>(component.width_in_blocks) * DCTSIZE, CV_8UC1)) {
    for (int y = 0; y < samples.rows; ++y) rows[static_cast<std::size_t>(y)] = samples.ptr(y);
  }

  cv::Mat samples;
  std::array<JSAMPROW, kRowsMax> rows{};
};

void copy_luma(const Strip& strip, int y, cv::Mat luma) {
  const int rows = std::min(strip.samples.rows, luma.rows - y);
  for (int row = 0; row < rows; ++row) {
    std::copy_n(strip.samples.ptr(row), luma.cols, luma.ptr(y + row));
  }
}

// How many samples of brightness stand beside one sample of a component.
struct Ratio {
  int x;
  int y;
};

Ratio ratio_of(const jpeg_decompress_struct& info, const jpeg_component_info& component) {
  return {info.max_h_samp_factor / component.h_samp_factor,
          info.max_v_samp_factor / component.v_samp_factor};
}

std::uint8_t mean(int a, int b) {
  return static_cast<std::uint8_t>((a + b + 1) / 2);
}

using Row = const std::uint8_t*;

// Rows at half size, out of the two rows they cover or twice the same.
void average_half(Row upper, Row lower, std::uint8_t* half, int columns) {
  for (int x = 0; x < columns; ++x) half[x] = mean(upper[x], lower[x]);
}

void average_quarter(Row upper, Row lower, std::uint8_t* half, int columns) {
  for (int x = 0; x < columns; ++x) half[x] = mean(upper[x / 2], lower[x / 2]);
}

// An odd last sample is paired with the one above it only.
void average_full(Row upper, Row lower, std::uint8_t* half, int full_columns) {
  for (int x = 0; x < full_columns / 2; ++x) {
    const int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];
    half[x] = static_cast<std::uint8_t>((sum + 2) / 4);
  }
  const int last = full_columns - 1;
  if (full_columns % 2 != 0) half[last / 2] = mean(upper[last], lower[last]);
}

void average_row(Row upper, Row lower, int ratio_x, std::uint8_t* half, int luma_columns) {
  if (ratio_x == 1) return average_full(upper, lower, half, luma_columns);
  const int columns = (luma_columns + 1) / 2;
  if (ratio_x == 4) return average_quarter(upper, lower, half, columns);
  if (upper != lower) return average_half(upper, lower, half, columns);
  std::copy_n(upper, columns, half);  // 4:2:0: as stored
}

// `y` counts rows of brightness.
void copy_chroma(const Strip& strip, const jpeg_decompress_struct& info,
                 const jpeg_component_info& component, int y, cv::Mat plane) {
  const Ratio ratio = ratio_of(info, component);
  const int rows =
      std::min(strip.samples.rows, static_cast<int>(component.downsampled_height) - y / ratio.y);
  const int half_rows = std::min(strip.samples.rows * ratio.y / 2, plane.rows - y / 2);
  for (int row = 0; row < half_rows; ++row) {
    const int upper = 2 * row / ratio.y;
    const int lower = std::min((2 * row + 1) / ratio.y, rows - 1);
    average_row(strip.samples.ptr(upper), strip.samples.ptr(lower), ratio.x, plane.ptr(y / 2 + row),
                static_cast<int>(info.output_width));
  }
}

bool divides_into_1_2_4(int most, int factor) {
  return most % factor == 0 && most / factor != 3;
}

// Is it brightness at full size and chroma that is brought to half size by whole steps?
bool holds_usable_planes(const jpeg_decompress_struct& info) {
  if (info.jpeg_color_space != JCS_YCbCr) return false;
  const auto* luma = info.comp_info;
  if (luma->h_samp_factor != info.max_h_samp_factor) return false;
  if (luma->v_samp_factor != info.max_v_samp_factor) return false;
  return std::all_of(luma + 1, luma + 3, [&](const jpeg_component_info& chroma) {
    return divides_into_1_2_4(info.max_h_samp_factor, chroma.h_samp_factor) &&
           divides_into_1_2_4(info.max_v_samp_factor, chroma.v_samp_factor);
  });
}

// Not zeroed, unlike everything a decoder writes into: the library writes into strips that are, and
// every row here is copied from them. Touching the memory twice would cost 0.05 of a decode.
Planes unwritten_planes(const jpeg_decompress_struct& info) {
  const cv::Size size(static_cast<int>(info.output_width), static_cast<int>(info.output_height));
  const cv::Size half((size.width + 1) / 2, (size.height + 1) / 2);
  return {cv::Mat(size, CV_8UC1), cv::Mat(half, CV_8UC1), cv::Mat(half, CV_8UC1)};
}

// Takes the samples as they are stored: no upsampling, no colour conversion.
Decoded read_planes(JpegDecompressor& jpeg) {
  auto& info = jpeg.info();
  info.raw_data_out = TRUE;
  if (!start(jpeg)) return jpeg.refusal();

  Planes planes = unwritten_planes(info);
  std::array strips{Strip(info.comp_info[0]), Strip(info.comp_info[1]), Strip(info.comp_info[2])};
  std::array image{strips[0].rows.data(), strips[1].rows.data(), strips[2].rows.data()};
  const int strip_rows = strips[0].samples.rows;
  for (int y = 0; y < planes.luma.rows; y += strip_rows) {
    const bool read = jpeg.run(
        [&] { jpeg_read_raw_data(&info, image.data(), static_cast<JDIMENSION>(strip_rows)); });
    if (!read) return jpeg.refusal();
    copy_luma(strips[0], y, planes.luma);
    copy_chroma(strips[1], info, info.comp_info[1], y, planes.cb);
    copy_chroma(strips[2], info, info.comp_info[2], y, planes.cr);
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
  if (holds_usable_planes(jpeg.info())) return read_planes(jpeg);
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
