#include "models/training/code_page.hpp"

#include "models/training/page_layout.hpp"
#include "models/training/wear.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vermilion::models {
namespace {

cv::Matx33d shift(cv::Point2d by) {
  return {1, 0, by.x, 0, 1, by.y, 0, 0, 1};
}

cv::Point2d centre_of(const Quad& quad) {
  const cv::Point2f sum = quad[0] + quad[1] + quad[2] + quad[3];
  return {static_cast<double>(sum.x) / 4, static_cast<double>(sum.y) / 4};
}

// From the flat page to the picture of it. Where the page is larger than the picture, its code
// stays in sight.
cv::Matx33d view_of(const FlatPage& page, Random& random) {
  constexpr double kSide = kPageSide;
  const cv::Point2d middle(page.picture.cols / 2.0, page.picture.rows / 2.0);
  const double longer = std::max(page.picture.cols, page.picture.rows);
  const double scale =
      kSide / longer * (chance(random, 0.4) ? uniform(random, 0.6, 1) : uniform(random, 1, 1.5));
  const double turn =
      CV_PI / 180 * (chance(random, 0.7) ? 5 * normal(random) : uniform(random, -22, 22));
  const double c = std::cos(turn) * scale;
  const double s = std::sin(turn) * scale;
  const auto slack = [&](double length) { return std::max(5.0, (kSide - length * scale) / 2); };
  cv::Point2d at(kSide / 2 + uniform(random, -1, 1) * slack(page.picture.cols),
                 kSide / 2 + uniform(random, -1, 1) * slack(page.picture.rows));
  if (scale * longer > kSide && page.code) {
    const cv::Point2d off = scale * (centre_of(*page.code) - middle);
    at = {kSide / 2 - off.x + uniform(random, -0.25, 0.25) * kSide,
          kSide / 2 - off.y + uniform(random, -0.35, 0.35) * kSide};
  }
  cv::Matx33d keystone = cv::Matx33d::eye();
  if (chance(random, 0.5)) {
    keystone(2, 0) = 0.00018 * normal(random);
    keystone(2, 1) = 0.00018 * normal(random);
  }
  const cv::Point2d half(kSide / 2, kSide / 2);
  const cv::Matx33d rotation{c, -s, 0, s, c, 0, 0, 0, 1};
  return shift(half) * keystone * shift(at - half) * rotation * shift(-middle);
}

// What lies around a page: a table, its grain and shadows.
cv::Mat table(Random& random) {
  cv::Mat small(whole(random, 3, 40), whole(random, 3, 40), CV_32F);
  const double level = uniform(random, 20, 245);
  const double grain = uniform(random, 0, 35);
  for (int y = 0; y < small.rows; ++y) {
    for (int x = 0; x < small.cols; ++x)
      small.at<float>(y, x) = static_cast<float>(level + grain * normal(random));
  }
  cv::Mat picture;
  cv::resize(small, picture, {kPageSide, kPageSide}, 0, 0, cv::INTER_LINEAR);
  return picture;
}

cv::Mat heat_of(const std::optional<Quad>& code, const cv::Matx33d& view) {
  cv::Mat drawn = cv::Mat::zeros(kPageSide, kPageSide, CV_8U);
  if (code) {
    constexpr int kFraction = 3;  // bits
    std::vector<cv::Point> corners;
    for (const cv::Point2f corner : *code) {
      const cv::Vec3d at =
          view * cv::Vec3d(static_cast<double>(corner.x), static_cast<double>(corner.y), 1);
      corners.emplace_back(static_cast<int>(at[0] / at[2] * (1 << kFraction)),
                           static_cast<int>(at[1] / at[2] * (1 << kFraction)));
    }
    cv::fillPoly(drawn, std::vector<std::vector<cv::Point>>{corners}, 255, cv::LINE_AA, kFraction);
  }
  cv::Mat heat;
  cv::resize(drawn, heat, {kHeatSide, kHeatSide}, 0, 0, cv::INTER_AREA);
  return heat;
}

}  // namespace

CodePage code_page(Random& random) {
  const FlatPage page = chance(random, 0.5) ? sample_page(random) : invented_page(random);
  const cv::Matx33d view = view_of(page, random);
  const cv::Size size(kPageSide, kPageSide);
  cv::Mat flat = page.picture;
  const double scale = std::sqrt(std::abs(view(0, 0) * view(1, 1) - view(0, 1) * view(1, 0)));
  if (scale < 0.8) cv::GaussianBlur(flat, flat, {}, 0.4 / scale);
  cv::Mat picture;
  cv::warpPerspective(flat, picture, view, size, cv::INTER_LINEAR);
  cv::Mat covered;
  cv::warpPerspective(cv::Mat(flat.size(), CV_32F, cv::Scalar(1)), covered, view, size);
  const cv::Mat behind = table(random);
  picture = behind + (picture - behind).mul(covered);
  picture = picture * uniform(random, 0.6, 1.05) + uniform(random, 0, 20);
  return {photographed(std::move(picture), 8, random), heat_of(page.code, view)};
}

}  // namespace vermilion::models
