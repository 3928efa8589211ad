#include "pipeline/seal/screen.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vermilion::pipeline::seal {
namespace {

constexpr double kPxPerMmMin = 250 / 25.4;
constexpr int kTile = 128;
constexpr double kFrequencyMinPerMm = 1.5;  // coarser is the seal's own shape
constexpr int kJpegBlock = 8;

// Peak over median of the spectrum: stamped ink 14-112 at 300 dpi and JPEG quality 85, screens of
// 106 to 175 lines 570-25 000.
constexpr double kInk = 120;
constexpr double kScreen = 600;

// JPEG's own blocks make peaks at multiples of an eighth of the sampling frequency.
bool on_jpeg_grid(int index) {
  constexpr int kStep = kTile / kJpegBlock;
  const int rest = std::abs(index) % kStep;
  return rest <= 1 || rest >= kStep - 1;
}

double peak_over_median(const cv::Mat& tile, double px_per_mm) {
  cv::Mat values;
  tile.convertTo(values, CV_32F);
  cv::Mat smooth;
  cv::GaussianBlur(values, smooth, {}, 3);
  values -= smooth;
  cv::Mat window;
  cv::createHanningWindow(window, values.size(), CV_32F);
  values = values.mul(window);
  cv::Mat spectrum;
  cv::dft(values, spectrum, cv::DFT_COMPLEX_OUTPUT);
  std::vector<float> powers;
  for (int v = 0; v < kTile; ++v) {
    for (int u = 0; u < kTile / 2; ++u) {
      const int fy = v < kTile / 2 ? v : v - kTile;
      const double per_mm = std::hypot(u, fy) / kTile * px_per_mm;
      if (per_mm < kFrequencyMinPerMm || (on_jpeg_grid(u) && on_jpeg_grid(fy))) continue;
      const auto& c = spectrum.at<cv::Vec2f>(v, u);
      powers.push_back(c[0] * c[0] + c[1] * c[1]);
    }
  }
  const auto middle = powers.begin() + static_cast<std::ptrdiff_t>(powers.size() / 2);
  std::ranges::nth_element(powers, middle);
  return static_cast<double>(*std::ranges::max_element(powers)) /
         std::max(1e-6, static_cast<double>(*middle));
}

}  // namespace

double screen_of(const cv::Mat& luma, const Outline& outline, double px_per_mm) {
  if (px_per_mm < kPxPerMmMin) return 0;
  // Four tiles over the upper half of the rim, where name and rim stand close.
  std::vector<double> peaks;
  for (const float turn : {0.55F, 0.65F, 0.85F, 0.95F}) {
    const cv::Point2f at = outline.at(turn, 0.85F);
    const cv::Rect tile(static_cast<int>(at.x) - kTile / 2, static_cast<int>(at.y) - kTile / 2,
                        kTile, kTile);
    if ((tile & cv::Rect(0, 0, luma.cols, luma.rows)) != tile) continue;
    peaks.push_back(peak_over_median(luma(tile), px_per_mm));
  }
  if (peaks.size() < 2) return 0;
  std::ranges::sort(peaks);
  const double typical = peaks[peaks.size() / 2];
  return std::clamp(std::log(typical / kInk) / std::log(kScreen / kInk), 0.0, 1.0);
}

}  // namespace vermilion::pipeline::seal
