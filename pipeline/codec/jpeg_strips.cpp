#include "pipeline/codec/jpeg_strips.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace vermilion::pipeline::codec {
namespace {

using Row = const std::uint8_t*;

std::uint8_t mean(int a, int b) {
  return static_cast<std::uint8_t>((a + b + 1) / 2);
}

// The following make a row at half size out of the two rows it covers, or twice the same.

// Sums of two and of four samples fit into sixteen bits; told so, the compiler keeps eight of them
// to a register and need not spread samples out first.
std::uint16_t pair_sum(Row two) {
  std::uint16_t pair = 0;
  std::memcpy(&pair, two, sizeof pair);
  return static_cast<std::uint16_t>((pair & 0xFF) + (pair >> 8));
}

// An odd last sample is paired with the one above it only.
void halve_full(Row upper, Row lower, int columns, std::uint8_t* half) {
  for (int x = 0; x < columns / 2; ++x) {
    const auto sum =
        static_cast<std::uint16_t>(pair_sum(upper + 2 * x) + pair_sum(lower + 2 * x) + 2);
    half[x] = static_cast<std::uint8_t>(sum / 4);
  }
  const int last = columns - 1;
  if (columns % 2 != 0) half[last / 2] = mean(upper[last], lower[last]);
}

void keep_half(Row upper, Row lower, int half_columns, std::uint8_t* half) {
  if (upper == lower) {  // 4:2:0, as stored
    std::copy_n(upper, half_columns, half);
    return;
  }
  for (int x = 0; x < half_columns; ++x) half[x] = mean(upper[x], lower[x]);
}

void double_quarter(Row upper, Row lower, int half_columns, std::uint8_t* half) {
  for (int x = 0; x < half_columns; ++x) half[x] = mean(upper[x / 2], lower[x / 2]);
}

// The rows of a plane from `begin` on, as far as it goes.
void halve(const cv::Mat& plane, int begin, int count, cv::Mat half) {
  const int end = std::min((begin + count) / 2, half.rows);
  for (int row = begin / 2; row < end; ++row) {
    halve_full(plane.ptr(2 * row), plane.ptr(2 * row + 1), 2 * half.cols, half.ptr(row));
  }
}

bool divides_into_1_2_4(int most, int factor) {
  return most % factor == 0 && most / factor != 3;
}

}  // namespace

bool JpegStrips::fit(const jpeg_decompress_struct& info) {
  if (info.jpeg_color_space != JCS_YCbCr) return false;
  const auto* luma = info.comp_info;
  if (luma->h_samp_factor != info.max_h_samp_factor) return false;
  if (luma->v_samp_factor != info.max_v_samp_factor) return false;
  return std::all_of(luma + 1, luma + 3, [&](const jpeg_component_info& chroma) {
    return divides_into_1_2_4(info.max_h_samp_factor, chroma.h_samp_factor) &&
           divides_into_1_2_4(info.max_v_samp_factor, chroma.v_samp_factor);
  });
}

JpegStrips::Strip JpegStrips::strip_of(const jpeg_decompress_struct& info,
                                       const jpeg_component_info& component) {
  Strip strip{
      .samples = cv::Mat::zeros(component.v_samp_factor * DCTSIZE,
                                static_cast<int>(component.width_in_blocks) * DCTSIZE, CV_8UC1),
      .rows = {},
      .columns = static_cast<int>(component.downsampled_width),
      .height = static_cast<int>(component.downsampled_height),
      .ratio_x = info.max_h_samp_factor / component.h_samp_factor,
      .ratio_y = info.max_v_samp_factor / component.v_samp_factor,
  };
  for (int y = 0; y < strip.samples.rows; ++y) strip.rows.push_back(strip.samples.ptr(y));
  return strip;
}

JpegStrips::JpegStrips(const jpeg_decompress_struct& info)
    : strips_{strip_of(info, info.comp_info[0]), strip_of(info, info.comp_info[1]),
              strip_of(info, info.comp_info[2])},
      image_{strips_[0].rows.data(), strips_[1].rows.data(), strips_[2].rows.data()} {}

void JpegStrips::copy_to(Planes& planes, int y) const {
  copy_luma(y, planes.luma);
  copy_chroma(strips_[1], y, planes.cb);
  copy_chroma(strips_[2], y, planes.cr);
  halve(planes.luma, y, rows(), planes.luma_half);
  halve(planes.luma_half, y / 2, rows() / 2, planes.luma_quarter);
  halve(planes.cb, y / 2, rows() / 2, planes.cb_quarter);
  halve(planes.cr, y / 2, rows() / 2, planes.cr_quarter);
}

void JpegStrips::copy_luma(int y, cv::Mat luma) const {
  const int count = std::min(rows(), luma.rows - y);
  for (int row = 0; row < count; ++row) {
    std::copy_n(strips_[0].samples.ptr(row), luma.cols, luma.ptr(y + row));
  }
}

void JpegStrips::copy_chroma(const Strip& strip, int y, cv::Mat plane) {
  const int begin = y / 2;
  const int end = std::min(begin + strip.samples.rows * strip.ratio_y / 2, plane.rows);
  const int last = std::min(strip.samples.rows, strip.height - y / strip.ratio_y) - 1;
  for (int row = begin; row < end; ++row) {
    const int first_luma_row = 2 * (row - begin);
    const Row upper = strip.samples.ptr(first_luma_row / strip.ratio_y);
    const Row lower = strip.samples.ptr(std::min((first_luma_row + 1) / strip.ratio_y, last));
    std::uint8_t* half = plane.ptr(row);
    if (strip.ratio_x == 1) halve_full(upper, lower, strip.columns, half);
    if (strip.ratio_x == 2) keep_half(upper, lower, plane.cols, half);
    if (strip.ratio_x == 4) double_quarter(upper, lower, plane.cols, half);
  }
}

}  // namespace vermilion::pipeline::codec
