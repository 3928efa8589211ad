#include "pipeline/codec/colour.hpp"

#include <opencv2/core.hpp>

#include <algorithm>

namespace vermilion::pipeline::codec {
namespace {

// One row of the matrix of JFIF in 16-bit fixed point.
struct Weights {
  int r, g, b;
};

constexpr int kBits = 16;
constexpr Weights kLuma{19595, 38470, 7471};   // 0.299, 0.587, 0.114
constexpr Weights kCb{-11058, -21710, 32768};  // -0.168736, -0.331264, 0.5
constexpr Weights kCr{32768, -27439, -5329};   // 0.5, -0.418688, -0.081312

// So that grey stays exactly grey.
constexpr int sum(Weights weights) {
  return weights.r + weights.g + weights.b;
}
static_assert(sum(kLuma) == 1 << kBits && sum(kCb) == 0 && sum(kCr) == 0);

constexpr int half_of(int side) {
  return (side + 1) / 2;
}

void weigh_row(const std::uint8_t* r, const std::uint8_t* g, const std::uint8_t* b,
               std::uint8_t* luma, int columns) {
  constexpr int kHalf = 1 << (kBits - 1);
  for (int x = 0; x < columns; ++x) {
    const int weighted = kLuma.r * r[x] + kLuma.g * g[x] + kLuma.b * b[x];
    luma[x] = static_cast<std::uint8_t>((weighted + kHalf) >> kBits);
  }
}

// Two columns of two rows; at an odd edge, what is there twice.
void sum_fours(const std::uint8_t* upper, const std::uint8_t* lower, int columns, int* sums) {
  for (int x = 0; x < columns / 2; ++x) {
    sums[x] = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];
  }
  const int last = columns - 1;
  if (columns % 2 != 0) sums[last / 2] = 2 * (upper[last] + lower[last]);
}

// Of sums of four. Pure blue or red would round to 256.
void weigh_fours(const std::array<std::vector<int>, 3>& sums, Weights weights, std::uint8_t* chroma,
                 int columns) {
  constexpr int kBitsOfFour = kBits + 2;
  constexpr int kNeutralAndHalf = (128 << kBitsOfFour) + (1 << (kBitsOfFour - 1));
  const int *r = sums[0].data(), *g = sums[1].data(), *b = sums[2].data();
  for (int x = 0; x < columns; ++x) {
    const int weighted = weights.r * r[x] + weights.g * g[x] + weights.b * b[x];
    chroma[x] =
        static_cast<std::uint8_t>(std::min((weighted + kNeutralAndHalf) >> kBitsOfFour, 255));
  }
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
    : pair_(cv::Mat::zeros(2, width, CV_8UC3)), planes_(blank_planes(width, height, coloured)) {
  for (auto& sums : sums_) sums.resize(static_cast<std::size_t>(half_of(width)));
}

void RgbToPlanes::next() {
  const int rows = y_ % 2 + 1;
  const bool is_last = y_ + 1 == planes_.luma.rows;
  if (rows == 2 || is_last) {
    cv::split(pair_.rowRange(0, rows), channels_.data());
    write_luma(y_ + 1 - rows);
    if (planes_.coloured()) write_chroma(y_ / 2);
  }
  ++y_;
}

void RgbToPlanes::write_luma(int first_row) {
  for (int row = 0; row < channels_[0].rows; ++row) {
    weigh_row(channels_[0].ptr(row), channels_[1].ptr(row), channels_[2].ptr(row),
              planes_.luma.ptr(first_row + row), planes_.luma.cols);
  }
}

void RgbToPlanes::write_chroma(int row) {
  for (std::size_t i = 0; i < 3; ++i) {
    const cv::Mat& channel = channels_[i];
    sum_fours(channel.ptr(0), channel.ptr(channel.rows - 1), channel.cols, sums_[i].data());
  }
  weigh_fours(sums_, kCb, planes_.cb.ptr(row), planes_.cb.cols);
  weigh_fours(sums_, kCr, planes_.cr.ptr(row), planes_.cr.cols);
}

}  // namespace vermilion::pipeline::codec
