#include "pipeline/seal/screen.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

namespace vermilion::pipeline::seal {
namespace {

// Eight millimetres at 200 dpi: a dozen periods of the coarsest screen, and small enough to lie
// within the band of the name.
constexpr int kTile = 64;
constexpr int kHalf = kTile / 2;
constexpr int kTiles = 8;
constexpr float kBand = 0.72F;

// A smaller seal shows the same few strokes in most tiles, and any stroke's rhythm looks like a
// screen.
constexpr float kRadiusMin = 1.5F * kTile;

// Below this the dots of 60 to 95 lines per inch are not resolved, in pixels per mm (180 dpi).
constexpr double kPxPerMmMin = 7;

// From 250 dpi a tile holds few periods of a coarse screen: half the size holds twice as many.
// There 55 lines per inch are 23 periods, and strokes do not reach so far.
constexpr double kPxPerMmDense = 9.8;
constexpr int kFrequencyMinHalved = 22;

// In periods per tile: coarser is the strokes' own rhythm, finer is cut off by the sampling.
constexpr int kFrequencyMin = 8;
constexpr int kFrequencyMax = 31;

// Mean logarithm of a frequency's power against its ring's. The best frequency of 89 stamped seals
// measured 0.1 to 1.25, of 84 screened ones of 60 to 95 lines per inch 0.8 to 3.1, nine in ten over
// 1.3; at 200 and 300 dpi alike.
constexpr double kInk = 1.0;
constexpr double kScreen = 2.0;

using Spectrum = cv::Mat_<float>;  // kTile rows of kHalf frequencies

int frequency(int index) {
  return index < kHalf ? index : index - kTile;
}

int ring_at(int row, int column) {
  return static_cast<int>(std::lround(std::hypot(frequency(row), column)));
}

// JPEG's blocks repeat every eight pixels, strokes and fold lines run along the axes.
bool is_of_picture(int row, int column) {
  constexpr int kStep = kTile / 8;
  const int vertical = std::abs(frequency(row));
  const bool on_axis = vertical <= 1 || column <= 1;
  const bool on_blocks = vertical % kStep == 0 && column % kStep == 0;
  return on_axis || on_blocks;
}

Spectrum power_of(const cv::Mat& tile) {
  static const cv::Mat window = [] {
    cv::Mat hann;
    cv::createHanningWindow(hann, {kTile, kTile}, CV_32F);
    return hann;
  }();
  cv::Mat values;
  tile.convertTo(values, CV_32F);
  cv::Mat smooth;
  cv::blur(values, smooth, {7, 7});
  cv::Mat detail = (values - smooth).mul(window);
  cv::Mat packed;
  cv::dft(detail, packed);
  // Of real values OpenCV packs half of the spectrum; the first column, the constant, stands apart
  // and is not asked for.
  Spectrum power(kTile, kHalf, 0.0F);
  for (int row = 0; row < kTile; ++row) {
    const auto* in = packed.ptr<float>(row);
    for (int column = 1; column < kHalf; ++column) {
      const float real = in[2 * column - 1];
      const float imaginary = in[2 * column];
      power(row, column) = real * real + imaginary * imaginary;
    }
  }
  return power;
}

// What is the same for every tile: the ring of each frequency, how many frequencies a ring has, and
// which of them may show a screen.
struct Rings {
  cv::Mat_<int> of = cv::Mat_<int>(kTile, kHalf);
  std::array<float, kTile> count{};
  cv::Mat_<std::uint8_t> searched = cv::Mat_<std::uint8_t>(kTile, kHalf);
};

Rings all_rings() {
  Rings rings;
  for (int row = 0; row < kTile; ++row) {
    for (int column = 0; column < kHalf; ++column) {
      const int ring = ring_at(row, column);
      rings.of(row, column) = ring;
      if (column > 0) ++rings.count[static_cast<std::size_t>(ring)];
      rings.searched(row, column) =
          ring >= kFrequencyMin && ring <= kFrequencyMax && !is_of_picture(row, column);
    }
  }
  return rings;
}

const Rings& rings() {
  static const Rings table = all_rings();
  return table;
}

// Strokes spread over a whole ring of frequencies, a screen stands on one point of it.
void divide_by_rings(Spectrum& power) {
  std::array<float, kTile> means{};
  for (int row = 0; row < kTile; ++row) {
    const int* ring = rings().of[row];
    const float* values = power[row];
    for (int column = 1; column < kHalf; ++column)
      means[static_cast<std::size_t>(ring[column])] += values[column];
  }
  for (std::size_t ring = 0; ring < means.size(); ++ring) {
    means[ring] = means[ring] / std::max(1.0F, rings().count[ring]) + 1e-3F;
  }
  for (int row = 0; row < kTile; ++row) {
    const int* ring = rings().of[row];
    float* values = power[row];
    for (int column = 1; column < kHalf; ++column)
      values[column] /= means[static_cast<std::size_t>(ring[column])];
  }
}

double peak_of(const Spectrum& mean_log, int frequency_min) {
  float peak = 0;
  for (int row = 0; row < kTile; ++row) {
    const std::uint8_t* searched = rings().searched[row];
    const int* ring = rings().of[row];
    const float* values = mean_log[row];
    for (int column = 0; column < kHalf; ++column) {
      if (searched[column] != 0 && ring[column] >= frequency_min)
        peak = std::max(peak, values[column]);
    }
  }
  return static_cast<double>(peak);
}

double score_of(const cv::Mat& luma, const Outline& outline, int frequency_min) {
  if (outline.mean_radius() < kRadiusMin) return 0;
  Spectrum sum(kTile, kHalf, 0.0F);
  int tiles = 0;
  for (int i = 0; i < kTiles; ++i) {
    const cv::Point2f at = outline.at(static_cast<float>(i) / kTiles, kBand);
    const cv::Rect tile(static_cast<int>(at.x) - kHalf, static_cast<int>(at.y) - kHalf, kTile,
                        kTile);
    if ((tile & cv::Rect(0, 0, luma.cols, luma.rows)) != tile) continue;
    Spectrum power = power_of(luma(tile));
    divide_by_rings(power);
    cv::log(power + 1e-6F, power);
    sum += power;
    ++tiles;
  }
  if (tiles < kTiles / 2) return 0;
  return std::clamp((peak_of(sum / tiles, frequency_min) - kInk) / (kScreen - kInk), 0.0, 1.0);
}

}  // namespace

double screen_of(const page::Pyramid& pyramid, const Outline& outline, double px_per_mm) {
  if (px_per_mm < kPxPerMmMin) return 0;
  const double score = score_of(pyramid.luma(0), outline, kFrequencyMin);
  if (px_per_mm < kPxPerMmDense) return score;
  return std::max(score, score_of(pyramid.luma(1), outline.scaled(0.5F), kFrequencyMinHalved));
}

}  // namespace vermilion::pipeline::seal
