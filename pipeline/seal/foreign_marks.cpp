#include "pipeline/seal/foreign_marks.hpp"

#include "pipeline/page/components.hpp"
#include "pipeline/seal/redness.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <span>

namespace vermilion::pipeline::seal {
namespace {

// They are looked for where the radius of the seal has about this many pixels.
constexpr float kRadius = 90;
constexpr float kAround = 0.12F;  // of the radius, beyond the rim

// Darker than the paper by this share of the page's contrast, which is at least this.
constexpr double kDarker = 0.35;
constexpr double kContrastMin = 60;

// Clear of the rim and of ink that crept from it; of the radius.
constexpr float kBeyond = 1.05F;

// As red as a quarter of the rim is ink of the seal.
constexpr double kInkShare = 0.25;
constexpr double kInkMin = 10;

// Smaller than this is a speck, larger up to the other a stroke of print, in millimetres.
constexpr double kSpeckMm = 0.9;
constexpr double kStrokeMaxMm = 12;
constexpr int kAreaMin = 2;  // a single pixel is noise

cv::Rect part_around(const Outline& outline, cv::Size size) {
  const cv::Rect2f box = outline.bounds();
  const float grow = kAround * outline.mean_radius();
  return cv::Rect(static_cast<int>(box.x - grow), static_cast<int>(box.y - grow),
                  static_cast<int>(box.width + 2 * grow), static_cast<int>(box.height + 2 * grow)) &
         cv::Rect({0, 0}, size);
}

// The part on the level that has its colours.
struct RedPart {
  cv::Mat inked;  // as red as ink of the seal
  cv::Point corner;
  float to_level;
};

RedPart red_part(const Impression& impression, const page::Pyramid& pyramid,
                 const page::Light& light, int level, cv::Rect part) {
  const int colour_level = std::max(1, level);
  const cv::Rect there =
      level == 0 ? cv::Rect(part.x / 2, part.y / 2, part.width / 2, part.height / 2) : part;
  const cv::Mat red =
      redness(pyramid.cb(colour_level)(there), pyramid.cr(colour_level)(there), light);
  return {.inked = red > std::max(kInkMin, kInkShare * static_cast<double>(impression.rim.ink)),
          .corner = there.tl(),
          .to_level = 1.0F / static_cast<float>(1 << colour_level)};
}

// Colour is stored coarser than brightness, so the edges of red strokes look dark and grey: they
// are widened by a pixel.
cv::Mat own_ink(const RedPart& red, cv::Size size) {
  cv::Mat ink;
  cv::dilate(red.inked, ink, cv::Mat::ones(3, 3, CV_8U));
  if (ink.size() != size) cv::resize(ink, ink, size, 0, 0, cv::INTER_NEAREST);
  return ink;
}

bool within_any(std::span<const Impression> all, cv::Point2f place) {
  return std::ranges::any_of(
      all, [&](const Impression& one) { return one.outline.reach_of(place) < kBeyond; });
}

// Share of the part beyond the seal's rim. Within a rim, its own or another's, red specks cannot be
// told from the dots of characters.
double red_specks_beyond(const Outline& rim, std::span<const Impression> all, const RedPart& red,
                         double px_per_mm) {
  const double speck_px = kSpeckMm * px_per_mm * static_cast<double>(red.to_level);
  double specks = 0;
  for (const auto& [box, area] : page::components_of(red.inked).list) {
    if (std::max(box.width, box.height) > speck_px) continue;
    const cv::Point2f centre = red.corner + (box.tl() + box.br()) / 2;
    if (!within_any(all, centre / red.to_level)) specks += area;
  }
  const double within = rim.scaled(red.to_level * kBeyond).area();
  return specks / std::max(static_cast<double>(red.inked.total()) - within, 1.0);
}

ForeignMarks marks_in(const cv::Mat& foreign, double px_per_mm) {
  ForeignMarks marks;
  const auto all = static_cast<double>(foreign.total());
  for (const auto& [box, area] : page::components_of(foreign).list) {
    const double size_mm = std::max(box.width, box.height) / px_per_mm;
    if (area < kAreaMin || size_mm > kStrokeMaxMm) continue;
    if (size_mm < kSpeckMm) {
      marks.specks += area / all;
    } else {
      marks.print_below += area / all;
      ++marks.strokes_below;
    }
  }
  return marks;
}

}  // namespace

ForeignMarks foreign_marks_of(const Impression& impression, std::span<const Impression> all,
                              const page::Pyramid& pyramid, const page::Light& light, double paper,
                              double px_per_mm) {
  const int level = pyramid.level_where(impression.outline.mean_radius(), 1.5F * kRadius);
  const float to_level = 1.0F / static_cast<float>(1 << level);
  const cv::Mat& luma = pyramid.luma(level);
  const cv::Rect part = part_around(impression.outline.scaled(to_level), luma.size());
  if (part.empty()) return {};
  cv::Mat foreign = luma(part) < paper - kDarker * std::max(light.contrast(), kContrastMin);
  const double px_per_mm_here = px_per_mm * static_cast<double>(to_level);
  if (!impression.red) return marks_in(foreign, px_per_mm_here);
  const RedPart red = red_part(impression, pyramid, light, level, part);
  foreign.setTo(0, own_ink(red, part.size()));
  ForeignMarks marks = marks_in(foreign, px_per_mm_here);
  marks.specks += red_specks_beyond(impression.outline, all, red, px_per_mm);
  return marks;
}

}  // namespace vermilion::pipeline::seal
