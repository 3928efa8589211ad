#include "pipeline/page/resampling.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vermilion::pipeline::page {
namespace {

// In periods per pixel: factors from 5 down to just above 2. Below 2 the trace folds back onto
// them.
constexpr double kFrequencyMin = 0.2;
constexpr double kFrequencyMax = 0.49;

// JPEG's blocks repeat every eight pixels.
constexpr double kBlock = 1.0 / 8;
constexpr double kNearBlock = 0.004;

constexpr float kCurvatureMax = 20;  // what strong edges may add, so that all the paper is heard
constexpr int kBands = 24;           // strips of the picture that are looked at
constexpr int kBandWidth = 12;
constexpr int kSideMin = 400;

// Power against the usual around it, geometric mean of both directions. Pages enlarged 2.1 to 3.5
// times measured 25 to 340 (26 of 27 pages), soft ones that were not enlarged up to 17 (one of 150:
// 31).
constexpr double kTrace = 24;
constexpr int kAround = 50;  // in steps of frequency, either side
constexpr int kMedianEvery = 25;

// Sum of the curvature along the rows of a band, at each column.
cv::Mat curvature_of(const cv::Mat& band) {
  cv::Mat values;
  band.convertTo(values, CV_32F);
  const cv::Mat ends = values.colRange(0, values.cols - 2) + values.colRange(2, values.cols);
  cv::Mat curvature = cv::abs(2 * values.colRange(1, values.cols - 1) - ends);
  cv::min(curvature, kCurvatureMax, curvature);
  cv::Mat sum;
  cv::reduce(curvature, sum, 0, cv::REDUCE_SUM);
  return sum;
}

cv::Mat curvature_across(const cv::Mat& luma) {
  cv::Mat sum = cv::Mat::zeros(1, luma.cols - 2, CV_32F);
  for (int band = 0; band < kBands; ++band) {
    const int y = band * (luma.rows - kBandWidth) / (kBands - 1);
    sum += curvature_of(luma.rowRange(y, y + kBandWidth));
  }
  return sum;
}

cv::Mat curvature_down(const cv::Mat& luma) {
  cv::Mat sum = cv::Mat::zeros(1, luma.rows - 2, CV_32F);
  for (int band = 0; band < kBands; ++band) {
    const int x = band * (luma.cols - kBandWidth) / (kBands - 1);
    sum += curvature_of(luma.colRange(x, x + kBandWidth).t());
  }
  return sum;
}

struct Spectrum {
  std::vector<float> prominence;  // power against the median around, per frequency
  double per_step = 0;            // periods per pixel

  double at(double frequency) const {
    const auto step = static_cast<std::ptrdiff_t>(std::lround(frequency / per_step));
    const auto last = static_cast<std::ptrdiff_t>(prominence.size()) - 1;
    float best = 0;
    for (auto i = std::max<std::ptrdiff_t>(0, step - 1); i <= std::min(last, step + 1); ++i)
      best = std::max(best, prominence[static_cast<std::size_t>(i)]);
    return static_cast<double>(best);
  }
};

std::vector<float> powers_of(const cv::Mat& signal) {
  cv::Mat smooth;
  cv::blur(signal, smooth, {9, 1});
  cv::Mat detail = signal - smooth;
  for (int i = 0; i < detail.cols; ++i) {
    const double hann = 0.5 - 0.5 * std::cos(2 * CV_PI * i / detail.cols);
    detail.at<float>(i) *= static_cast<float>(hann);
  }
  cv::Mat transform;
  cv::dft(detail, transform, cv::DFT_COMPLEX_OUTPUT);
  std::vector<float> powers;
  for (int i = 0; i < transform.cols / 2; ++i) {
    const auto& c = transform.at<cv::Vec2f>(i);
    powers.push_back(c[0] * c[0] + c[1] * c[1]);
  }
  return powers;
}

Spectrum spectrum_of(const cv::Mat& signal) {
  const std::vector<float> powers = powers_of(signal);
  Spectrum spectrum{.prominence = std::vector<float>(powers.size()), .per_step = 1.0 / signal.cols};
  const int count = static_cast<int>(powers.size());
  std::vector<float> around;
  float usual = 1;
  const int first = static_cast<int>(kFrequencyMin / spectrum.per_step);
  for (int i = first; i < count; ++i) {
    if ((i - first) % kMedianEvery == 0) {
      around.assign(powers.begin() + std::max(0, i - kAround),
                    powers.begin() + std::min(count, i + kAround));
      const auto middle = around.begin() + static_cast<std::ptrdiff_t>(around.size() / 2);
      std::ranges::nth_element(around, middle);
      usual = *middle + 1e-6F;
    }
    spectrum.prominence[static_cast<std::size_t>(i)] = powers[static_cast<std::size_t>(i)] / usual;
  }
  return spectrum;
}

bool is_of_blocks(double frequency) {
  return std::abs(frequency - kBlock * std::round(frequency / kBlock)) < kNearBlock;
}

}  // namespace

std::optional<double> enlargement_of(const cv::Mat& luma) {
  if (std::min(luma.cols, luma.rows) < kSideMin) return std::nullopt;
  const Spectrum across = spectrum_of(curvature_across(luma));
  const Spectrum down = spectrum_of(curvature_down(luma));
  double trace = 0;
  double frequency = 0;
  for (double f = kFrequencyMin; f < kFrequencyMax; f += across.per_step) {
    if (is_of_blocks(f)) continue;
    const double here = std::sqrt(across.at(f) * down.at(f));
    if (here <= trace) continue;
    trace = here;
    frequency = f;
  }
  return trace >= kTrace ? std::optional(1 / frequency) : std::nullopt;
}

}  // namespace vermilion::pipeline::page
