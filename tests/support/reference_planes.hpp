#pragma once

#include "pipeline/codec/planes.hpp"
#include "samples/hostile/picture.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

// What the planes of a picture are by definition, computed the slow and obvious way.
namespace vermilion::tests {

using Rgb = std::array<double, 3>;

// JFIF 1.02, page 3.
inline double luma_of(const Rgb& p) {
  return 0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2];
}
inline double cb_of(const Rgb& p) {
  return 128 - 0.168736 * p[0] - 0.331264 * p[1] + 0.5 * p[2];
}
inline double cr_of(const Rgb& p) {
  return 128 + 0.5 * p[0] - 0.418688 * p[1] - 0.081312 * p[2];
}

inline std::uint8_t rounded(double value) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

inline Rgb pixel(const samples::hostile::Picture& picture, int x, int y) {
  const std::uint8_t* rgb = picture.row(y) + 3 * x;
  return {double(rgb[0]), double(rgb[1]), double(rgb[2])};
}

// The mean of the up to four pixels a sample of chroma stands for.
inline Rgb mean_of_four(const samples::hostile::Picture& picture, int x, int y) {
  Rgb sum{};
  int count = 0;
  for (int dy = 0; dy < 2 && 2 * y + dy < picture.height; ++dy) {
    for (int dx = 0; dx < 2 && 2 * x + dx < picture.width; ++dx) {
      const Rgb p = pixel(picture, 2 * x + dx, 2 * y + dy);
      for (std::size_t i = 0; i < 3; ++i) sum[i] += p[i];
      ++count;
    }
  }
  for (double& channel : sum) channel /= count;
  return sum;
}

inline pipeline::codec::Planes reference_planes(const samples::hostile::Picture& picture) {
  pipeline::codec::Planes planes;
  planes.luma.create(picture.height, picture.width, CV_8UC1);
  planes.cb.create((picture.height + 1) / 2, (picture.width + 1) / 2, CV_8UC1);
  planes.cr.create(planes.cb.size(), CV_8UC1);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      planes.luma.at<std::uint8_t>(y, x) = rounded(luma_of(pixel(picture, x, y)));
    }
  }
  for (int y = 0; y < planes.cb.rows; ++y) {
    for (int x = 0; x < planes.cb.cols; ++x) {
      const Rgb mean = mean_of_four(picture, x, y);
      planes.cb.at<std::uint8_t>(y, x) = rounded(cb_of(mean));
      planes.cr.at<std::uint8_t>(y, x) = rounded(cr_of(mean));
    }
  }
  return planes;
}

inline double largest_difference(const cv::Mat& a, const cv::Mat& b) {
  if (a.size() != b.size()) return std::numeric_limits<double>::infinity();
  return cv::norm(a, b, cv::NORM_INF);
}

inline double psnr_db(const cv::Mat& a, const cv::Mat& b) {
  return a.size() == b.size() ? cv::PSNR(a, b) : 0;
}

}  // namespace vermilion::tests
