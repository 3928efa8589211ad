#include "pipeline/seal/tinge.hpp"

#include "pipeline/seal/redness.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vermilion::pipeline::seal {
namespace {

// Paper near by: within this share of the longer side, a third of a seal on A4 to either side.
constexpr double kNear = 0.05;

// What is this much darker than the brightest near by is no paper.
constexpr double kPaperShare = 0.85;

// A tinge begins here: 3 in Cr. Flat paper wavers by 1.
constexpr double kTingeMin = 6;

// Black ink is redder than bluish or greenish paper: there red begins where black ends.
constexpr double kNeutralCr = 124;

int odd(double length) {
  return 2 * static_cast<int>(length / 2) + 1;
}

// A third of a side: what is near by varies slowly, and windows are wide.
cv::Mat coarse(const cv::Mat& image) {
  cv::Mat small;
  cv::resize(image, small, cv::Size((image.cols + 2) / 3, (image.rows + 2) / 3), 0, 0,
             cv::INTER_AREA);
  return small;
}

struct Window {
  cv::Size size;
  cv::Mat paper_weight;  // of the smoothed mask of paper
  cv::Mat is_paper;
};

cv::Mat smooth(const cv::Mat& image, cv::Size window) {
  cv::Mat mean;
  cv::boxFilter(image, mean, CV_32F, window, cv::Point(-1, -1), true, cv::BORDER_REPLICATE);
  return mean;
}

// The mean of the paper near each place.
cv::Mat near_by(const cv::Mat& image, const Window& window) {
  cv::Mat masked = cv::Mat::zeros(image.size(), CV_8U);
  image.copyTo(masked, window.is_paper);
  cv::Mat mean;
  cv::divide(smooth(masked, window.size), window.paper_weight, mean);
  return mean;
}

Window window_of(const cv::Mat& luma) {
  const int side = std::max(3, odd(2 * kNear * std::max(luma.cols, luma.rows)));
  Window window{.size = {side, side}};
  cv::Mat brightest;
  cv::dilate(luma, brightest, cv::Mat::ones(window.size, CV_8U));
  window.is_paper = luma > kPaperShare * brightest;
  cv::Mat weight;
  window.is_paper.convertTo(weight, CV_8U, 1.0 / 255);
  window.paper_weight = smooth(weight, window.size) + 1e-3;
  return window;
}

// The plane as it would be if the paper near by had the tint of the whole page.
cv::Mat balanced(const cv::Mat& plane, const cv::Mat& paper, double tint) {
  cv::Mat wide;
  cv::resize(paper, wide, plane.size(), 0, 0, cv::INTER_LINEAR);
  cv::Mat even;
  cv::subtract(plane, wide, even, cv::noArray(), CV_32F);
  even.convertTo(even, CV_8U, 1, tint);
  return even;
}

}  // namespace

TingedInk::TingedInk(const page::Pyramid& pyramid, const page::Light& light, int level)
    : pyramid_(pyramid), level_(level) {
  const cv::Mat luma = coarse(pyramid.luma(level));
  const Window window = window_of(luma);
  near_by(luma, window).convertTo(paper_, CV_8U);
  cv::Mat cb;
  cv::Mat cr;
  // Quantised chroma wavers from block to block; a hue is told from a mean.
  cv::blur(pyramid.cb(level), cb, cv::Size(3, 3));
  cv::blur(pyramid.cr(level), cr, cv::Size(3, 3));
  cb = balanced(cb, near_by(coarse(pyramid.cb(level)), window), light.tint_cb);
  const cv::Mat paper_cr = cv::max(near_by(coarse(pyramid.cr(level)), window), kNeutralCr);
  cr = balanced(cr, paper_cr, light.tint_cr);
  tinge_ = near_redness(cb, cr, light);
}

// The same rounding as of a part, so that both see the same ink.
cv::Mat TingedInk::at(int level) const {
  return at(level, {{}, pyramid_.luma(level).size()});
}

cv::Mat TingedInk::at(int level, cv::Rect within) const {
  const cv::Size whole = pyramid_.luma(level).size();
  // Both are coarser than the part: taken from where it lies.
  const auto part_of = [&](const cv::Mat& image) {
    const cv::Matx23d map(static_cast<double>(image.cols) / whole.width, 0,
                          (within.x + 0.5) * image.cols / whole.width - 0.5, 0,
                          static_cast<double>(image.rows) / whole.height,
                          (within.y + 0.5) * image.rows / whole.height - 0.5);
    cv::Mat part;
    cv::warpAffine(image, part, map, within.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REPLICATE);
    return part;
  };
  cv::Mat ink;
  cv::subtract(part_of(paper_), pyramid_.luma(level)(within), ink);
  ink.setTo(0, part_of(tinge_) < kTingeMin);
  return ink;
}

}  // namespace vermilion::pipeline::seal
