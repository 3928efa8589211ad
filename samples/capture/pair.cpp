#include "samples/capture/pair.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::samples::capture {
namespace {

Shot reduced(const Shot& sheet, double scale) {
  const cv::Size size(static_cast<int>(std::lround(sheet.picture.cols * scale)),
                      static_cast<int>(std::lround(sheet.picture.rows * scale)));
  Shot result{{}, scaled_by(scale) * sheet.place};
  cv::resize(sheet.picture, result.picture, size, 0, 0, cv::INTER_AREA);
  return result;
}

// The lid of the scanner, or the ground of the program that put them together.
Picture ground(cv::Size size, Random& random) {
  const auto level = static_cast<std::uint8_t>(random.integer(228, 255));
  return {size, cv::Vec3b(level, level, level)};
}

Transform put(const Shot& sheet, cv::Point at, Picture& picture) {
  sheet.picture.copyTo(picture(cv::Rect(at, sheet.picture.size())));
  return shifted_by(at.x, at.y) * sheet.place;
}

}  // namespace

Pair in_one(const Shot& first, const Shot& second, Random random) {
  constexpr double kBothOnOneSheet = 0.71;
  const double scale = random.uniform(kBothOnOneSheet, 1);
  const Shot a = reduced(first, scale);
  const Shot b = reduced(second, scale);
  const bool beside = a.picture.rows > a.picture.cols;
  const bool swapped = random.chance(0.5);
  const int gap =
      static_cast<int>(random.uniform(0.005, 0.04) * std::max(a.picture.cols, a.picture.rows));
  const cv::Size before = (swapped ? b : a).picture.size();
  const cv::Point apart =
      beside ? cv::Point(before.width + gap, 0) : cv::Point(0, before.height + gap);
  const cv::Size after = (swapped ? a : b).picture.size();
  Picture picture = ground({std::max(before.width, apart.x + after.width),
                            std::max(before.height, apart.y + after.height)},
                           random);
  const Transform place_a = put(a, swapped ? apart : cv::Point(), picture);
  const Transform place_b = put(b, swapped ? cv::Point() : apart, picture);
  return {{picture, place_a}, place_a.inv() * place_b};
}

Shot of_second(const Pair& pair, const Shot& first) {
  Shot second = first;
  second.place = first.place * pair.second_to_first;
  return second;
}

}  // namespace vermilion::samples::capture
