#include "pipeline/codec/colour.hpp"

#include <algorithm>

namespace vermilion::pipeline::codec {
namespace {

// The coefficients of JFIF in 16-bit fixed point. Those of a row of the matrix add up to 65536
// (luma) or nothing (chroma), so that grey stays exactly grey.
constexpr int kBits = 16;
constexpr int kLumaR = 19595, kLumaG = 38470, kLumaB = 7471;  // 0.299, 0.587, 0.114
constexpr int kCbR = -11058, kCbG = -21710, kCbB = 32768;     // -0.168736, -0.331264, 0.5
constexpr int kCrR = 32768, kCrG = -27439, kCrB = -5329;      // 0.5, -0.418688, -0.081312
static_assert(kLumaR + kLumaG + kLumaB == 1 << kBits);
static_assert(kCbR + kCbG + kCbB == 0 && kCrR + kCrG + kCrB == 0);

constexpr int half_of(int side) {
  return (side + 1) / 2;
}

struct Sum {
  int r, g, b;  // of four pixels
};

Sum sum_of_four(const std::uint8_t* upper, const std::uint8_t* lower, std::size_t left,
                std::size_t right) {
  return {upper[left] + upper[right] + lower[left] + lower[right],
          upper[left + 1] + upper[right + 1] + lower[left + 1] + lower[right + 1],
          upper[left + 2] + upper[right + 2] + lower[left + 2] + lower[right + 2]};
}

// Pure blue or red would round to 256.
std::uint8_t chroma(int weighted) {
  constexpr int kBitsOfFour = kBits + 2;
  constexpr int kNeutral = 128 << kBitsOfFour;
  constexpr int kHalf = 1 << (kBitsOfFour - 1);
  return static_cast<std::uint8_t>(std::min((weighted + kNeutral + kHalf) >> kBitsOfFour, 255));
}

}  // namespace

Planes blank_planes(int width, int height, bool coloured) {
  Planes planes;
  planes.luma = cv::Mat::zeros(height, width, CV_8UC1);
  if (!coloured) return planes;
  planes.cb = cv::Mat::zeros(half_of(height), half_of(width), CV_8UC1);
  planes.cr = cv::Mat::zeros(half_of(height), half_of(width), CV_8UC1);
  return planes;
}

RgbToPlanes::RgbToPlanes(int width, int height, bool coloured)
    : width_(width),
      height_(height),
      row_bytes_(3 * static_cast<std::size_t>(width)),
      rows_(2 * row_bytes_),
      planes_(blank_planes(width, height, coloured)) {}

void RgbToPlanes::next() {
  write_luma();
  const bool pair_is_whole = y_ % 2 == 1 || y_ + 1 == height_;
  if (planes_.coloured() && pair_is_whole) write_chroma();
  ++y_;
}

void RgbToPlanes::write_luma() {
  const std::uint8_t* rgb = row();
  std::uint8_t* luma = planes_.luma.ptr(y_);
  for (int x = 0; x < width_; ++x) {
    const int sum = kLumaR * rgb[3 * x] + kLumaG * rgb[3 * x + 1] + kLumaB * rgb[3 * x + 2];
    luma[x] = static_cast<std::uint8_t>((sum + (1 << (kBits - 1))) >> kBits);
  }
}

// An odd last row or column is paired with itself.
void RgbToPlanes::write_chroma() {
  const std::uint8_t* upper = rows_.data();
  const std::uint8_t* lower = row();
  std::uint8_t* cb = planes_.cb.ptr(y_ / 2);
  std::uint8_t* cr = planes_.cr.ptr(y_ / 2);
  const auto write = [&](int x, int right) {
    const Sum sum = sum_of_four(upper, lower, 6 * static_cast<std::size_t>(x),
                                3 * static_cast<std::size_t>(right));
    cb[x] = chroma(kCbR * sum.r + kCbG * sum.g + kCbB * sum.b);
    cr[x] = chroma(kCrR * sum.r + kCrG * sum.g + kCrB * sum.b);
  };
  for (int x = 0; x < width_ / 2; ++x) write(x, 2 * x + 1);
  if (width_ % 2 != 0) write(width_ / 2, width_ - 1);
}

}  // namespace vermilion::pipeline::codec
