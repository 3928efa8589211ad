#include "pipeline/form/facsimile.hpp"

#include "pipeline/page/straightened.hpp"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdint>

namespace vermilion::pipeline::form {
namespace {

// Of placement and of paper that has stretched.
constexpr double kReachMm = 0.5;
// What is left of that from one end of a row to the other.
constexpr double kLocalReachMm = 0.15;
// Printer and scanner soften an edge by about this much.
constexpr double kSoftMm = 0.08;
// A window holds about one character.
constexpr double kWindowOfHeight = 0.8;
// Spread of ink in a window, in parts of solid ink: a character's is 0.3, a dash's 0.12. Below the
// first there is nothing to compare; below the second too little, and a place that shows the third
// all the same was added to, unless what it shows is just that little.
constexpr double kWhiteSpread = 0.02;
constexpr double kPrintSpread = 0.12;
constexpr double kAddedSpread = 0.2;

cv::Mat picture_of(const Facsimile& facsimile) {
  const int height = static_cast<int>(facsimile.ink.size()) / facsimile.width;
  cv::Mat ink(height, facsimile.width, CV_32F);
  std::ranges::transform(facsimile.ink, ink.begin<float>(), [](char level) {
    return static_cast<float>(level - '0') / static_cast<float>(kSolidInk);
  });
  return ink;
}

// The place on the scan, with `reach` pixels more on every side; 0 paper, 1 the darkest of it.
cv::Mat place_of(const Facsimile& facsimile, cv::Size size, int reach, const Placement& placement,
                 const page::Pyramid& pyramid) {
  const double mm = 1 / facsimile.px_per_mm;
  const cv::Matx33d to_sheet(mm, 0, facsimile.box.x + (0.5 - reach) * mm,  //
                             0, mm, facsimile.box.y + (0.5 - reach) * mm,  //
                             0, 0, 1);
  const cv::Mat seen =
      page::straightened(pyramid, placement.page_from_mm * to_sheet,
                         size + cv::Size(2 * reach, 2 * reach), page::Plane::RedLight);
  double least = 0;
  double most = 0;
  cv::minMaxLoc(seen, &least, &most);
  cv::Mat ink;
  seen.convertTo(ink, CV_32F, -1 / std::max(most - least, 1.0), most / std::max(most - least, 1.0));
  return ink;
}

cv::Point best_shift(const cv::Mat& place, const cv::Mat& print, double& likeness) {
  cv::Mat scores;
  cv::matchTemplate(place, print, scores, cv::TM_CCOEFF_NORMED);
  cv::Point where;
  cv::minMaxLoc(scores, nullptr, &likeness, nullptr, &where);
  return where;
}

double spread(const cv::Mat& part) {
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(part, mean, deviation);
  return deviation[0];
}

// Of one window, `seen` with the local reach around it.
double window_likeness(const cv::Mat& seen, const cv::Mat& print, int reach) {
  const double printed = spread(print);
  if (printed < kPrintSpread) {
    const cv::Mat middle = seen(cv::Rect(reach, reach, print.cols, print.rows));
    if (spread(middle) < kAddedSpread) return 1;
    if (printed < kWhiteSpread) return 0;
  }
  double likeness = 0;
  best_shift(seen, print, likeness);
  return std::clamp(likeness, 0.0, 1.0);
}

}  // namespace

double likeness(const Facsimile& facsimile, const Placement& placement,
                const page::Pyramid& pyramid) {
  const auto pixels = [&](double mm) { return std::max(1, cvRound(mm * facsimile.px_per_mm)); };
  cv::Mat print = picture_of(facsimile);
  cv::GaussianBlur(print, print, {}, kSoftMm * facsimile.px_per_mm);
  const int reach = pixels(kReachMm);
  const int local = pixels(kLocalReachMm);
  const cv::Mat place = place_of(facsimile, print.size(), reach + local, placement, pyramid);
  double whole = 0;
  const cv::Rect without_local(local, local, place.cols - 2 * local, place.rows - 2 * local);
  const cv::Point shift = best_shift(place(without_local), print, whole);
  const int width = std::min(print.cols, cvRound(kWindowOfHeight * print.rows));
  double weakest = 1;
  for (int x = 0; x + width <= print.cols; x += std::max(1, width / 2)) {
    const cv::Rect window(x, 0, width, print.rows);
    const cv::Rect around(shift.x + x, shift.y, width + 2 * local, print.rows + 2 * local);
    weakest = std::min(weakest, window_likeness(place(around), print(window), local));
  }
  return weakest;
}

}  // namespace vermilion::pipeline::form
