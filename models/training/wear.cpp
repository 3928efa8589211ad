#include "models/training/wear.hpp"

#include "models/training/faces.hpp"
#include "models/training/pen.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace vermilion::models {
namespace {

// The quantisation of brightness that Annex K.1 of ISO/IEC 10918-1 gives as an example and that
// nearly every encoder uses.
constexpr std::array<float, 64> kLumaTable{
    16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,  //
    14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,  //
    18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,  //
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};

// As libjpeg scales the table.
cv::Mat quantisation(int quality) {
  const int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
  cv::Mat table(8, 8, CV_32F);
  for (int i = 0; i < 64; ++i) {
    const float step = std::floor(
        (kLumaTable[static_cast<std::size_t>(i)] * static_cast<float>(percent) + 50) / 100);
    table.at<float>(i / 8, i % 8) = std::clamp(step, 1.0F, 255.0F);
  }
  return table;
}

// What is left of a picture after JPEG, its whole blocks at least.
void compress(cv::Mat& picture, int quality) {
  const cv::Mat steps = quantisation(quality);
  cv::Mat coefficients;
  for (int y = 0; y + 8 <= picture.rows; y += 8) {
    for (int x = 0; x + 8 <= picture.cols; x += 8) {
      cv::Mat block = picture(cv::Rect(x, y, 8, 8));
      cv::dct(block - 128.0, coefficients);
      for (int i = 0; i < 64; ++i) {
        float& value = coefficients.at<float>(i / 8, i % 8);
        const float step = steps.at<float>(i / 8, i % 8);
        value = step * std::round(value / step);
      }
      cv::idct(coefficients, coefficients);
      coefficients += 128.0;
      coefficients.copyTo(block);
    }
  }
}

void add_noise(cv::Mat& picture, double deviation, Random& random) {
  for (int y = 0; y < picture.rows; ++y) {
    auto* row = picture.ptr<float>(y);
    // A sum of two uniforms is near enough to a normal distribution, and the same everywhere.
    for (int x = 0; x < picture.cols; ++x) {
      const std::uint32_t bits = random();
      const int sum = static_cast<int>(bits & 0xFFFF) + static_cast<int>(bits >> 16) - 0xFFFF;
      row[x] += static_cast<float>(deviation * 2.45 / 0xFFFF * sum);
    }
  }
}

void blur_by_motion(cv::Mat& picture, double length, Random& random) {
  const int side = std::max(2, static_cast<int>(length));
  cv::Mat kernel = cv::Mat::zeros(side, side, CV_32F);
  cv::line(kernel, {0, whole(random, 0, side - 1)}, {side - 1, whole(random, 0, side - 1)}, 1);
  cv::filter2D(picture, picture, -1, kernel / cv::sum(kernel)[0]);
}

void light_unevenly(cv::Mat& paper, Random& random) {
  const double along = uniform(random, -0.25, 0.25);
  const double down = uniform(random, -0.15, 0.15);
  for (int y = 0; y < paper.rows; ++y) {
    auto* row = paper.ptr<float>(y);
    const double here = 1 + down * (2.0 * y / paper.rows - 1);
    for (int x = 0; x < paper.cols; ++x)
      row[x] *= static_cast<float>(here + along * (2.0 * x / paper.cols - 1));
  }
}

// Fine waves, drawn as lines or softly.
void add_guilloche(cv::Mat& paper, Random& random) {
  const double across = uniform(random, 0.02, 0.3);
  const double down = uniform(random, -0.3, 0.3);
  const double swing = uniform(random, 0, 4);
  const double pitch = uniform(random, 0.01, 0.08);
  const double depth = uniform(random, 0.02, 0.15);
  const bool lines = chance(random, 0.5);
  const double edge = uniform(random, 0.2, 0.8);
  std::vector<double> bend(static_cast<std::size_t>(paper.cols));
  for (int x = 0; x < paper.cols; ++x)
    bend[static_cast<std::size_t>(x)] = x * across + swing * std::sin(x * pitch);
  for (int y = 0; y < paper.rows; ++y) {
    auto* row = paper.ptr<float>(y);
    for (int x = 0; x < paper.cols; ++x) {
      const double wave = std::sin(bend[static_cast<std::size_t>(x)] + y * down);
      const double dark = lines ? static_cast<double>(wave > edge) : 0.5 + 0.5 * wave;
      row[x] *= static_cast<float>(1 - depth * dark);
    }
  }
}

}  // namespace

cv::Mat printed_on_paper(const cv::Mat& coverage, Random& random) {
  const double white = uniform(random, 110, 255);
  const double black = white * uniform(random, 0.05, chance(random, 0.25) ? 0.75 : 0.5);
  cv::Mat paper(coverage.size(), CV_32F, cv::Scalar(white));
  if (chance(random, 0.4)) light_unevenly(paper, random);
  if (chance(random, 0.4)) {
    for (int i = whole(random, 1, 3); i > 0; --i) add_guilloche(paper, random);
  }
  cv::Mat ink;
  coverage.convertTo(ink, CV_32F, 1 / 255.0);
  const cv::Mat dark = cv::min(paper, black);
  return paper + (dark - paper).mul(ink);
}

void watermark(cv::Mat& picture, double em, Random& random) {
  constexpr std::u32string_view kPurpose = U"仅供办理数字证书使用再次复印无效此件用于投标报名";
  cv::Mat coverage = cv::Mat::zeros(picture.size(), CV_8U);
  const double height = em * (chance(random, 0.5) ? 1 : uniform(random, 1.3, 2.4));
  const int side = static_cast<int>(12 * height);
  Pen pen(side, side);
  pen.set_face(kHanFamilies[static_cast<std::size_t>(whole(random, 0, 3))], PANGO_WEIGHT_BOLD,
               height * 0.8);
  const int lines = whole(random, 1, 3);
  for (int line = 0; line < lines; ++line) {
    double x = uniform(random, 0, side / 3.0);
    const double y = side * uniform(random, 0.35, 0.65);
    for (int i = whole(random, 2, 9); i > 0; --i) {
      double advance = 0;
      pen.draw(kPurpose[static_cast<std::size_t>(
                   whole(random, 0, static_cast<int>(kPurpose.size()) - 1))],
               x, y, advance);
      x += advance;
    }
  }
  cv::Mat turn = cv::getRotationMatrix2D(
      cv::Point2f(static_cast<float>(side) / 2, static_cast<float>(side) / 2),
      uniform(random, -40, 40), 1);
  turn.at<double>(0, 2) += uniform(random, 0, picture.cols) - side / 2.0;
  turn.at<double>(1, 2) += uniform(random, 0, picture.rows) - side / 2.0;
  cv::warpAffine(pen.coverage(), coverage, turn, picture.size());
  cv::Mat factor;
  coverage.convertTo(factor, CV_32F, -uniform(random, 0.08, 0.4) / 255, 1);
  picture = picture.mul(factor);
}

void stamp_over(cv::Mat& picture, double em, Random& random) {
  cv::Mat strokes = cv::Mat::zeros(picture.size(), CV_8U);
  for (int i = whole(random, 1, 3); i > 0; --i) {
    const double radius = em * uniform(random, 1.5, 6);
    const cv::Point centre(
        whole(random, 0, picture.cols - 1),
        static_cast<int>(uniform(random, -radius * 0.7, picture.rows + radius * 0.7)));
    const int thickness = 1 + static_cast<int>(em * uniform(random, 0.06, 0.28));
    cv::circle(strokes, centre, static_cast<int>(radius), 255, thickness, cv::LINE_AA);
  }
  cv::Mat factor;
  strokes.convertTo(factor, CV_32F, -uniform(random, 0.05, 0.5) / 255, 1);
  picture = picture.mul(factor);
}

cv::Mat photographed(cv::Mat picture, double capital, Random& random) {
  const double kind = uniform(random, 0, 1);
  if (kind < 0.55) {
    cv::GaussianBlur(picture, picture, {},
                     uniform(random, 0.25, 0.9) * std::max(1.0, capital / 16));
  } else if (kind < 0.68) {
    blur_by_motion(picture, capital * uniform(random, 0.1, 0.3), random);
  }
  if (chance(random, 0.25)) {  // sharpened by the driver
    cv::Mat soft;
    cv::GaussianBlur(picture, soft, {}, 1.2);
    picture += uniform(random, 0.3, 1.0) * (picture - soft);
  }
  if (chance(random, 0.6)) add_noise(picture, uniform(random, 1, 14), random);
  if (chance(random, 0.7)) compress(picture, whole(random, 18, 90));
  cv::Mat grey;
  picture.convertTo(grey, CV_8U);
  return grey;
}

}  // namespace vermilion::models
