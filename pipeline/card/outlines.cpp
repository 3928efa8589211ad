#include "pipeline/card/cards.hpp"
#include "pipeline/seal/redness.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::card {
namespace {

// Outlines are looked for where a sheet of A4 has some four pixels a millimetre.
constexpr int kSearchSide = 1000;

// Darker than the paper by so much, or of another colour: the line around a card, its tint, its
// print. A seal may lie across the line, so red does not count.
constexpr double kDarkerMin = 9;
constexpr int kRed = 24;

// What lies less apart than this, of the longer side of the page, is one: a millimetre on A4.
constexpr double kGap = 0.0040;

constexpr double kProportion = kWidthMm / kHeightMm;
constexpr double kProportionSlack = 0.06;
constexpr double kFilledMin = 0.93;  // hull against the rectangle around it; corners are round

// Against the longer side of the page: 36 mm on A4, and a picture that shows nothing but a card.
constexpr float kShortest = 0.12F;
constexpr float kLongest = 1.0F;

cv::Mat marks_on(const page::Pyramid& pyramid, const page::Light& light, int level) {
  cv::Mat marks = pyramid.luma(level) < light.paper - kDarkerMin;
  if (!pyramid.coloured()) return marks;
  const int colour_level = std::max(1, level);
  cv::Mat red =
      seal::near_redness(pyramid.cb(colour_level), pyramid.cr(colour_level), light) >= kRed;
  if (red.size() != marks.size()) cv::resize(red, red, marks.size(), 0, 0, cv::INTER_NEAREST);
  marks.setTo(0, red);
  return marks;
}

// With its long side as its width, lying within an eighth of a turn.
cv::RotatedRect lying(cv::RotatedRect rect) {
  if (rect.size.width < rect.size.height) {
    std::swap(rect.size.width, rect.size.height);
    rect.angle += 90;
  }
  rect.angle = std::remainder(rect.angle, 180.0F);
  return rect;
}

bool is_card(const cv::RotatedRect& rect, double hull_area, float longer) {
  const double proportion = static_cast<double>(rect.size.width / rect.size.height);
  return rect.size.width >= kShortest * longer && rect.size.width <= kLongest * longer &&
         std::abs(proportion / kProportion - 1) <= kProportionSlack &&
         hull_area >= kFilledMin * static_cast<double>(rect.size.area());
}

cv::RotatedRect on_full_page(cv::RotatedRect rect, float scale) {
  // Middles of pixels there are not middles of pixels here.
  rect.center = (rect.center + cv::Point2f(0.5F, 0.5F)) * scale - cv::Point2f(0.5F, 0.5F);
  rect.size = cv::Size2f((rect.size.width + 1) * scale, (rect.size.height + 1) * scale);
  return rect;
}

}  // namespace

std::vector<cv::RotatedRect> outlines_on(const page::Pyramid& pyramid, const page::Light& light) {
  const int level = pyramid.level_with_side(kSearchSide);
  cv::Mat marks = marks_on(pyramid, light, level);
  const auto longer = static_cast<float>(std::max(marks.cols, marks.rows));
  const int gap = 1 + 2 * static_cast<int>(std::lround(kGap * static_cast<double>(longer) / 2));
  cv::morphologyEx(marks, marks, cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, cv::Size(gap, gap)));
  std::vector<std::vector<cv::Point>> contours;
  cv::findContours(marks, contours, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_SIMPLE);
  std::vector<cv::RotatedRect> cards;
  for (const auto& contour : contours) {
    std::vector<cv::Point> hull;
    cv::convexHull(contour, hull);
    if (hull.size() < 4) continue;
    const cv::RotatedRect rect = lying(cv::minAreaRect(hull));
    if (is_card(rect, cv::contourArea(hull), longer)) {
      cards.push_back(on_full_page(rect, static_cast<float>(1 << level)));
    }
  }
  std::ranges::sort(cards, {}, [](const cv::RotatedRect& card) { return card.center.y; });
  return cards;
}

}  // namespace vermilion::pipeline::card
