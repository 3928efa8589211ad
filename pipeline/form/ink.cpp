#include "pipeline/form/ink.hpp"

#include "pipeline/page/components.hpp"
#include "pipeline/page/straightened.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace vermilion::pipeline::form {
namespace {

constexpr double kPxPerMm = 8;  // 200 dpi

// Large places are mostly empty: where the writing is, half of that shows, and strokes that are
// fainter than is asked of them. It is then looked at with this much around it.
constexpr double kFindingPxPerMm = 4;
constexpr double kLargeMm2 = 400;
constexpr double kFaintly = 0.18;
constexpr double kMarginMm = 1.5;

// Darker than the paper by this share of the page's contrast, which is at least this.
constexpr double kDarker = 0.30;
constexpr double kContrastMin = 60;

// Cr above the paper's: red ink of a tenth of its strength. Colour is stored at half the size of
// brightness, so that the edge of a red stroke is a pixel wider than its colour.
constexpr double kRed = 8;
constexpr int kRedEdge = 5;

constexpr double kSpeckMm = 0.8;  // what is smaller both ways is dust
constexpr double kOnAxesDeg = 2;
constexpr double kEdgeMin = 80;  // of the Sobel sum: noise stays below

// The part of the sheet as it lies flat.
struct Flat {
  cv::Mat luma;
  cv::Mat cr;  // empty without colour
};

cv::Mat flat(const BoxMm& area, double px_per_mm, const Placement& placement,
             const page::Pyramid& pyramid, page::Plane plane) {
  const cv::Size size{std::max(1, static_cast<int>(area.w * px_per_mm)),
                      std::max(1, static_cast<int>(area.h * px_per_mm))};
  const double mm = 1 / px_per_mm;
  // Middles of pixels.
  const cv::Matx33d to_sheet(mm, 0, area.x + mm / 2, 0, mm, area.y + mm / 2, 0, 0, 1);
  return page::straightened(pyramid, placement.page_from_mm * to_sheet, size, plane);
}

Flat flat(const BoxMm& area, const Placement& placement, const page::Pyramid& pyramid) {
  return {.luma = flat(area, kPxPerMm, placement, pyramid, page::Plane::Luma),
          .cr = flat(area, kPxPerMm, placement, pyramid, page::Plane::Cr)};
}

// Brightness of the paper: most of the area is white.
double paper_of(const cv::Mat& luma) {
  std::array<int, 256> histogram{};
  for (int y = 0; y < luma.rows; ++y) {
    for (int x = 0; x < luma.cols; ++x) ++histogram[luma.at<std::uint8_t>(y, x)];
  }
  auto left = static_cast<int>(luma.total() / 4);
  for (int value = 255; value > 0; --value) {
    left -= histogram[static_cast<std::size_t>(value)];
    if (left <= 0) return value;
  }
  return 0;
}

cv::Mat red_of(const cv::Mat& cr, const page::Light& light) {
  return cr > light.tint_cr + kRed;
}

cv::Mat pen_strokes(const Flat& part, const page::Light& light) {
  const double darker = kDarker * std::max(light.contrast(), kContrastMin);
  cv::Mat strokes = part.luma < paper_of(part.luma) - darker;
  if (part.cr.empty()) return strokes;
  cv::Mat red = red_of(part.cr, light);
  cv::dilate(red, red, cv::Mat::ones(kRedEdge, kRedEdge, CV_8U));
  strokes.setTo(0, red);
  return strokes;
}

// Type is cut from level and upright strokes, hands draw them as they come.
double share_on_axes(const cv::Mat& luma, const cv::Mat& strokes) {
  cv::Mat x;
  cv::Mat y;
  cv::Sobel(luma, x, CV_32F, 1, 0);
  cv::Sobel(luma, y, CV_32F, 0, 1);
  cv::Mat near;
  cv::dilate(strokes, near, cv::Mat::ones(3, 3, CV_8U));
  const double slope = std::tan(kOnAxesDeg * std::numbers::pi / 180);
  double all = 0;
  double on_axes = 0;
  for (int row = 0; row < luma.rows; ++row) {
    for (int column = 0; column < luma.cols; ++column) {
      if (near.at<std::uint8_t>(row, column) == 0) continue;
      const double across = std::abs(static_cast<double>(x.at<float>(row, column)));
      const double down = std::abs(static_cast<double>(y.at<float>(row, column)));
      if (across + down < kEdgeMin) continue;
      all += across + down;
      if (std::min(across, down) < slope * std::max(across, down)) on_axes += across + down;
    }
  }
  return all == 0 ? 0 : on_axes / all;
}

BoxMm on_sheet(const cv::Rect& box, double px_per_mm, const BoxMm& area) {
  return {area.x + box.x / px_per_mm, area.y + box.y / px_per_mm, box.width / px_per_mm,
          box.height / px_per_mm};
}

// Where on the area anything dark is, red or not; absent where it is white all over.
std::optional<BoxMm> inked_part(const BoxMm& area, const Placement& placement,
                                const page::Pyramid& pyramid, const page::Light& light) {
  const cv::Mat luma = flat(area, kFindingPxPerMm, placement, pyramid, page::Plane::Luma);
  const double darker = kFaintly * std::max(light.contrast(), kContrastMin);
  std::optional<cv::Rect> around;
  for (const auto& [box, pixels] : page::components_of(luma < paper_of(luma) - darker).list) {
    if (pixels > 1) around = around ? *around | box : box;
  }
  if (!around) return std::nullopt;
  const BoxMm part = on_sheet(*around, kFindingPxPerMm, area);
  const double left = std::max(area.x, part.x - kMarginMm);
  const double top = std::max(area.y, part.y - kMarginMm);
  return BoxMm{left, top, std::min(area.right(), part.right() + kMarginMm) - left,
               std::min(area.bottom(), part.bottom() + kMarginMm) - top};
}

Writing writing_on(const BoxMm& area, const Placement& placement, const page::Pyramid& pyramid,
                   const page::Light& light) {
  const Flat part = flat(area, placement, pyramid);
  const cv::Mat strokes = pen_strokes(part, light);
  Writing writing;
  std::optional<cv::Rect> around;
  for (const auto& [box, pixels] : page::components_of(strokes).list) {
    if (std::max(box.width, box.height) < kSpeckMm * kPxPerMm) continue;
    writing.ink_mm2 += pixels / (kPxPerMm * kPxPerMm);
    around = around ? *around | box : box;
  }
  if (!around) return writing;
  writing.box = on_sheet(*around, kPxPerMm, area);
  writing.on_axes = share_on_axes(part.luma, strokes);
  return writing;
}

}  // namespace

Writing writing_in(const BoxMm& area, const Placement& placement, const page::Pyramid& pyramid,
                   const page::Light& light) {
  if (area.w * area.h <= kLargeMm2) return writing_on(area, placement, pyramid, light);
  const auto part = inked_part(area, placement, pyramid, light);
  return part ? writing_on(*part, placement, pyramid, light) : Writing{};
}

double red_mm2(const BoxMm& area, const Placement& placement, const page::Pyramid& pyramid,
               const page::Light& light) {
  const cv::Mat cr = flat(area, kFindingPxPerMm, placement, pyramid, page::Plane::Cr);
  if (cr.empty()) return 0;
  return cv::countNonZero(red_of(cr, light)) / (kFindingPxPerMm * kFindingPxPerMm);
}

}  // namespace vermilion::pipeline::form
