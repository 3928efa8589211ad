#include "samples/seals/impression.hpp"

#include "samples/seals/screen.hpp"
#include "samples/seals/seal_art.hpp"
#include "samples/texture.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vermilion::samples::seals {
namespace {

using std::numbers::pi;

constexpr double kMmPerInch = 25.4;
constexpr int kFiner = 2;      // ink is worked out finer than the page, or its grain is lost
constexpr double kMargin = 3;  // mm around the seal for ink that creeps and specks

// The piece of the page an impression may change, and the finer raster it is worked out on.
struct Patch {
  cv::Rect on_page;
  Size size;     // mm
  Point centre;  // of the seal, mm from the patch's corner
  double fine_dpi;

  [[nodiscard]] double fine_px(double length_mm) const { return length_mm * fine_dpi / kMmPerInch; }
  [[nodiscard]] Canvas canvas() const { return Canvas::mask(size, fine_dpi); }
};

Patch patch_for(const Impression& impression, double dpi) {
  const double mm_per_px = kMmPerInch / dpi;
  const Rect box = box_of(impression);
  const double margin = kMargin + impression.stamping.smear_mm;
  const cv::Point corner(static_cast<int>(std::floor((box.x - margin) / mm_per_px)),
                         static_cast<int>(std::floor((box.y - margin) / mm_per_px)));
  const cv::Size extent(static_cast<int>(std::ceil((box.width + 2 * margin) / mm_per_px)) + 1,
                        static_cast<int>(std::ceil((box.height + 2 * margin) / mm_per_px)) + 1);
  return {cv::Rect(corner, extent),
          {extent.width * mm_per_px, extent.height * mm_per_px},
          {impression.centre.x - corner.x * mm_per_px, impression.centre.y - corner.y * mm_per_px},
          dpi * kFiner};
}

// User space around the seal, turned as it was put down.
void take_place(Canvas& canvas, const Impression& impression, const Patch& patch) {
  cairo_translate(canvas.context(), patch.centre.x, patch.centre.y);
  cairo_rotate(canvas.context(), impression.turn_deg * pi / 180);
}

// Pieces of the rim whose lengths add up to the share lost.
Mask gaps_of(const Impression& impression, const Patch& patch, Random& random) {
  constexpr std::size_t kPieces = 4;
  const double lost = impression.stamping.rim_lost;
  const double length = rim_length(impression.design) / kPieces;
  std::array<double, 2 * kPieces> dashes{};
  for (std::size_t gap = 0; gap < dashes.size(); gap += 2) {
    dashes[gap] = lost * length * random.uniform(0.6, 1.4);
    dashes[gap + 1] = (1 - lost) * length * random.uniform(0.6, 1.4);
  }
  Canvas canvas = patch.canvas();
  take_place(canvas, impression, patch);
  cairo_set_dash(canvas.context(), dashes.data(), static_cast<int>(dashes.size()),
                 random.uniform(0, length));
  cairo_set_line_width(canvas.context(), impression.design.rim * 2.2);
  trace_rim(canvas, impression.design);
  cairo_stroke(canvas.context());
  return blurred(mask_of(canvas), patch.fine_px(0.35));
}

// Takes the ink from the gaps; where one ends the ink breaks off along the fibres.
void break_rim(Mask& face, const Impression& impression, const Patch& patch, Random& random) {
  const Mask gaps = gaps_of(impression, patch, random);
  const Mask ragged = relief(face.size(), patch.fine_px(0.4), random);
  for (int y = 0; y < face.rows; ++y) {
    for (int x = 0; x < face.cols; ++x) {
      if (gaps(y, x) > ragged(y, x) / 2 + 64) face(y, x) = 0;
    }
  }
}

Mask face_of(const Impression& impression, const Patch& patch, Random& random) {
  Canvas canvas = patch.canvas();
  take_place(canvas, impression, patch);
  draw_face(canvas, impression.design);
  Mask face = mask_of(canvas);
  if (impression.stamping.rim_lost > 0) break_rim(face, impression, patch, random);
  return face;
}

// One coat of red, or the inks of a colour print.
std::vector<InkLayer> inks_of(const Mask& face, const Stamping& how, const Patch& patch,
                              Random& random) {
  if (how.screen_lpi > 0) return screened(face, how.screen_lpi, patch.fine_dpi);
  return {{inked(face, how, patch.fine_px(1), random), how.colour}};
}

Mask on_page(const Mask& fine, const Patch& patch) {
  Mask coarse;
  cv::resize(fine, coarse, patch.on_page.size(), 0, 0, cv::INTER_AREA);
  return coarse;
}

// Specks of ink, dirt and toner, denser near the seal where the pad left them.
Mask specks(const Impression& impression, const Patch& patch, Random& random) {
  Canvas canvas = patch.canvas();
  const double area_cm2 = patch.size.width * patch.size.height / 100;
  const auto count = static_cast<int>(impression.stamping.specks_per_cm2 * area_cm2);
  for (int i = 0; i < count; ++i) {
    const Point at{patch.centre.x + random.normal() * impression.design.size.width / 3,
                   patch.centre.y + random.normal() * impression.design.size.height / 3};
    cairo_arc(canvas.context(), at.x, at.y, random.uniform(0.05, 0.35), 0, 2 * pi);
    cairo_fill(canvas.context());
  }
  Mask amount;
  cv::convertScaleAbs(mask_of(canvas), amount, kOneCoat / 255 * 0.9);
  return amount;
}

}  // namespace

std::vector<Point> outline_of(const Impression& impression) {
  const SealDesign& design = impression.design;
  const auto outline = is_curved(design.shape) ? ellipse_outline : rectangle_outline;
  return outline(impression.centre, design.size, impression.turn_deg);
}

Rect box_of(const Impression& impression) {
  const auto outline = outline_of(impression);
  const auto [left, right] = std::ranges::minmax(outline, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(outline, {}, &Point::y);
  return {left.x, top.y, right.x - left.x, bottom.y - top.y};
}

void stamp(Picture& page, double dpi, const Impression& impression, Random random) {
  const Stamping& how = impression.stamping;
  const Patch patch = patch_for(impression, dpi);
  const auto lay = [&](const Mask& amount, const InkColour& colour) {
    lay_ink(page, {on_page(amount, patch), colour}, patch.on_page.tl());
  };
  const Mask face = face_of(impression, patch, random);
  for (const InkLayer& layer : inks_of(face, how, patch, random)) {
    lay(wronged(layer.amount, how, patch.fine_px(1), random.child("wronged")), layer.colour);
  }
  if (how.specks_per_cm2 > 0) {
    const InkColour dirt = random.chance(0.5) ? how.colour : kToner;
    lay(specks(impression, patch, random), dirt);
  }
}

}  // namespace vermilion::samples::seals
