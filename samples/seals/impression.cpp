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

Mask blurred(const Mask& mask, double sigma_px) {
  if (sigma_px < 0.3) return mask;
  Mask soft;
  cv::GaussianBlur(mask, soft, {}, sigma_px);
  return soft;
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

std::uint8_t to_byte(float value) {
  return static_cast<std::uint8_t>(std::clamp(value + 0.5F, 0.0F, 255.0F));
}

// Rubber on paper: edges follow the fibres, pressure differs over the face, fibres and dry spots
// show through.
Mask inked(const Mask& face, const Stamping& how, const Patch& patch, Random& random) {
  const Mask soft = blurred(face, patch.fine_px(how.bleed_mm));
  const Mask fibre = relief(face.size(), patch.fine_px(0.09), random);
  const Mask blot = relief(face.size(), patch.fine_px(0.32), random);
  const Mask pressure = relief(face.size(), patch.fine_px(14.0), random);
  const auto dry = static_cast<int>(255 * std::sqrt(how.pinholes) * 0.62);
  const auto coat = static_cast<float>(how.strength * kOneCoat);
  const auto uneven = static_cast<float>(how.unevenness / 255);
  const auto texture = static_cast<float>(how.texture / 255);
  Mask amount(face.size());
  for (int y = 0; y < face.rows; ++y) {
    for (int x = 0; x < face.cols; ++x) {
      const int ragged = (soft(y, x) - 128) * 2 + (fibre(y, x) - 128) / 2 + 128;
      const auto edge = static_cast<float>(soft(y, x) == 0 ? 0 : std::clamp(ragged, 0, 255)) / 255;
      const float pressed = 1 - uneven * static_cast<float>(255 - pressure(y, x));
      const float grain = 1 - texture / 2 * static_cast<float>(blot(y, x) + fibre(y, x));
      const float wet = blot(y, x) < dry && fibre(y, x) < 150 ? 0.25F : 1.0F;
      amount(y, x) = to_byte(edge * pressed * grain * wet * coat);
    }
  }
  return amount;
}

// Each step leaves a little less than the one before.
Mask smeared(const Mask& amount, double length_px, Random& random) {
  const double direction = random.uniform(0, 2 * pi);
  const int steps = std::max(2, static_cast<int>(length_px));
  Mask smear = amount.clone();
  for (int i = 1; i <= steps; ++i) {
    const cv::Point move(static_cast<int>(std::lround(std::cos(direction) * i)),
                         static_cast<int>(std::lround(std::sin(direction) * i)));
    const cv::Rect all({}, amount.size());
    const cv::Rect to = (all + move) & all;
    cv::Mat trail;
    cv::Mat reached = smear(to);
    cv::convertScaleAbs(amount(to - move), trail, 0.75 - 0.45 * i / steps);
    cv::max(reached, trail, reached);
  }
  return smear;
}

Mask scaled(const Mask& amount, double factor) {
  Mask result;
  cv::convertScaleAbs(amount, result, factor);
  return result;
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
  return scaled(mask_of(canvas), kOneCoat / 255 * 0.9);
}

Mask wronged(Mask amount, const Stamping& how, const Patch& patch, Random& random) {
  if (how.smear_mm > 0) amount = smeared(amount, patch.fine_px(how.smear_mm), random);
  if (how.blur_mm > 0) amount = blurred(amount, patch.fine_px(how.blur_mm));
  if (how.kept < 1) amount = scaled(amount, how.kept);
  return amount;
}

}  // namespace

Stamping natural_stamping(Random& random) {
  return {.colour = any_red(random),
          .strength = random.uniform(0.85, 1.15),
          .unevenness = random.uniform(0.08, 0.55),
          .texture = random.uniform(0.08, 0.40),
          .pinholes = random.uniform(0, 0.04),
          .bleed_mm = random.uniform(0.04, 0.08)};
}

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
  const Mask face = face_of(impression, patch, random);
  if (how.screen_lpi > 0) {
    for (const InkLayer& process : screened(face, how.screen_lpi, patch.fine_dpi)) {
      const Mask printed = wronged(process.amount, how, patch, random);
      lay_ink(page, {on_page(printed, patch), process.colour}, patch.on_page.tl());
    }
  } else {
    const Mask amount = wronged(inked(face, how, patch, random), how, patch, random);
    lay_ink(page, {on_page(amount, patch), how.colour}, patch.on_page.tl());
  }
  if (how.specks_per_cm2 > 0) {
    const InkColour dirt = random.chance(0.5) ? how.colour : kToner;
    lay_ink(page, {on_page(specks(impression, patch, random), patch), dirt}, patch.on_page.tl());
  }
}

}  // namespace vermilion::samples::seals
