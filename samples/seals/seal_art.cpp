#include "samples/seals/seal_art.hpp"

#include "samples/utf8.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>
#include <vector>

namespace vermilion::samples::seals {
namespace {

using std::numbers::pi;

constexpr double kGlyphCentre = 0.38;  // of a Han glyph above its baseline, in em
constexpr double kInkHeight = 0.92;    // of a Han glyph, in em

// Saves the user space and restores it when the block ends.
class Placed {
 public:
  explicit Placed(Canvas& canvas) : context_(canvas.context()) { cairo_save(context_); }
  ~Placed() { cairo_restore(context_); }
  Placed(const Placed&) = delete;
  Placed& operator=(const Placed&) = delete;

 private:
  cairo_t* context_;
};

void glyph(Canvas& mask, std::string_view character, double width, double height, bool bold) {
  const double em = height / kInkHeight;
  mask.text({0, kGlyphCentre * em}, character,
            {.size_mm = em, .bold = bold, .stretch = width / height}, kBlack, Align::Centre);
}

// A point of the ellipse at an angle counted clockwise from the top, and the direction outwards.
struct Station {
  Point at;
  double outward;  // clockwise turn of a character whose head points outwards
};

Station station(double half_width, double half_height, double angle) {
  const Point at{half_width * std::sin(angle), -half_height * std::cos(angle)};
  return {at, std::atan2(at.x / (half_width * half_width), -at.y / (half_height * half_height))};
}

// Letters stand closer where the ellipse bends more, so steps are taken by length, not by angle.
std::vector<double> evenly_spaced(double half_width, double half_height, double span, int count) {
  constexpr int kSteps = 720;
  std::array<double, kSteps + 1> length{};
  const auto angle = [&](int i) { return span * (static_cast<double>(i) / kSteps - 0.5); };
  for (int i = 1; i <= kSteps; ++i) {
    const Point a = station(half_width, half_height, angle(i - 1)).at;
    const Point b = station(half_width, half_height, angle(i)).at;
    length[static_cast<std::size_t>(i)] =
        length[static_cast<std::size_t>(i - 1)] + std::hypot(b.x - a.x, b.y - a.y);
  }
  std::vector<double> angles;
  for (int k = 0; k < count; ++k) {
    const double wanted = count > 1 ? length.back() * k / (count - 1) : length.back() / 2;
    const auto at = std::ranges::lower_bound(length, wanted);
    angles.push_back(angle(static_cast<int>(at - length.begin())));
  }
  return angles;
}

struct Arch {
  double height;  // of a letter
  double widest;  // share of the height a letter may be wide
  double inset;   // from the outer edge to the letters
  double span;    // the widest angle the text may take
  double step;    // angle from letter to letter where there is room
};

void arched_text(Canvas& mask, const SealDesign& design, std::string_view text, const Arch& arch) {
  const auto letters = characters(text);
  const auto count = static_cast<int>(letters.size());
  const double half_width = design.size.width / 2 - arch.inset - arch.height / 2;
  const double half_height = design.size.height / 2 - arch.inset - arch.height / 2;
  constexpr double kLeast = 2.7;  // short names are spread, not huddled at the top
  const double span =
      count > 1 ? std::min(arch.span, std::max(kLeast, arch.step * (count - 1))) : 0;
  const auto angles = evenly_spaced(half_width, half_height, span, count);
  const double room = count > 1 ? span * (half_width + half_height) / 2 / (count - 1) : arch.height;
  const double width = std::min(arch.widest * arch.height, 0.86 * room);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const Placed placed(mask);
    const auto [at, outward] = station(half_width, half_height, angles[i]);
    cairo_translate(mask.context(), at.x, at.y);
    cairo_rotate(mask.context(), outward);
    glyph(mask, letters[i], width, arch.height, /*bold=*/true);
  }
}

// Digits along the lower rim stand upright at the bottom and are read from left to right.
void number_along_foot(Canvas& mask, const SealDesign& design) {
  constexpr double kDigit = 1.35;  // mm high
  const double half_width = design.size.width / 2 - design.rim - 0.6 - kDigit / 2;
  const double half_height = design.size.height / 2 - design.rim - 0.6 - kDigit / 2;
  const auto digits = characters(design.number);
  const auto count = static_cast<int>(digits.size());
  const double span = 1.6 * (count - 1) / half_width;
  const auto angles = evenly_spaced(half_width, half_height, span, count);
  for (int i = 0; i < count; ++i) {
    const Placed placed(mask);
    const auto [at, outward] =
        station(half_width, half_height, angles[static_cast<std::size_t>(i)]);
    cairo_translate(mask.context(), at.x, -at.y);
    cairo_rotate(mask.context(), -outward);
    const Font font{.typeface = Typeface::Sans, .size_mm = kDigit / 0.73};
    mask.text({0, kDigit / 2}, std::string(digits[static_cast<std::size_t>(i)]), font, kBlack,
              Align::Centre);
  }
}

void star(Canvas& mask, double radius) {
  cairo_new_path(mask.context());      // text leaves a current point behind
  constexpr double kWaist = 0.381966;  // of the inner corners, where the edges are straight
  for (int i = 0; i < 10; ++i) {
    const double r = i % 2 == 0 ? radius : radius * kWaist;
    cairo_line_to(mask.context(), r * std::sin(i * pi / 5), -r * std::cos(i * pi / 5));
  }
  cairo_close_path(mask.context());
  cairo_fill(mask.context());
}

// A line of text squeezed to fit a width.
void centred_line(Canvas& mask, std::string_view text, double y, double height, double room) {
  const double em = height / kInkHeight;
  const auto count = static_cast<double>(characters(text).size());
  const double natural = em * count * (text.size() > 2 * characters(text).size() ? 1.05 : 0.62);
  mask.text({0, y + kGlyphCentre * em}, text,
            {.size_mm = em, .bold = true, .stretch = std::min(1.0, room / natural)}, kBlack,
            Align::Centre);
}

// The name leaves room for what stands below it: a number along the rim, a line across the foot.
Arch arch_for(const SealDesign& design) {
  const bool round = design.shape == SealShape::Round;
  const double half = design.size.height / 2;
  const double widest = !design.foot.empty() ? 3.7 : design.number.empty() ? 4.9 : 4.4;
  if (round) return {0.29 * half, 0.8, design.rim + 0.9, widest, 0.42};
  const double oval = design.foot.empty() ? 4.0 : 3.0;
  return {(design.foot.empty() ? 0.29 : 0.25) * half, 0.75, design.rim + 0.9, oval, 0.40};
}

void curved_face(Canvas& mask, const SealDesign& design) {
  const double half = design.size.height / 2;
  arched_text(mask, design, design.arch, arch_for(design));
  if (design.star) star(mask, (design.foot.empty() ? 0.34 : 0.28) * half);
  if (!design.centre.empty()) {
    centred_line(mask, design.centre, 0.08 * half, 0.2 * half, 0.7 * design.size.width);
  }
  if (!design.foot.empty()) {
    centred_line(mask, design.foot, 0.52 * half, 0.26 * half, 0.56 * design.size.width);
  }
  if (!design.number.empty()) number_along_foot(mask, design);
}

// Four characters in two columns, read from the right as seals are.
void square_face(Canvas& mask, const SealDesign& design) {
  const auto letters = characters(design.arch);
  const double inner = design.size.width - 2 * design.rim - 0.8;
  const double cell = inner / 2;
  for (std::size_t i = 0; i < std::min<std::size_t>(letters.size(), 4); ++i) {
    const Placed placed(mask);
    cairo_translate(mask.context(), i < 2 ? cell / 2 : -cell / 2,
                    i % 2 == 0 ? -cell / 2 : cell / 2);
    glyph(mask, letters[i], 0.94 * cell, 0.94 * cell, /*bold=*/!design.reversed);
  }
}

void rectangle_face(Canvas& mask, const SealDesign& design) {
  centred_line(mask, design.arch, 0, 0.58 * design.size.height, 0.84 * design.size.width);
}

void rim(Canvas& mask, const SealDesign& design) {
  cairo_set_line_width(mask.context(), design.rim);
  trace_rim(mask, design);
  cairo_stroke(mask.context());
}

void face(Canvas& mask, const SealDesign& design) {
  if (is_curved(design.shape)) return curved_face(mask, design);
  if (design.shape == SealShape::Square) return square_face(mask, design);
  rectangle_face(mask, design);
}

}  // namespace

void trace_rim(Canvas& mask, const SealDesign& design) {
  const double width = design.size.width - design.rim;
  const double height = design.size.height - design.rim;
  if (!is_curved(design.shape)) {
    cairo_rectangle(mask.context(), -width / 2, -height / 2, width, height);
    return;
  }
  const Placed placed(mask);
  cairo_scale(mask.context(), width / 2, height / 2);
  cairo_new_sub_path(mask.context());
  cairo_arc(mask.context(), 0, 0, 1, 0, 2 * pi);
}

double rim_length(const SealDesign& design) {
  const double width = design.size.width - design.rim;
  const double height = design.size.height - design.rim;
  if (!is_curved(design.shape)) return 2 * (width + height);
  return pi * (width + height) / 2;  // of an ellipse within 3 % at 3:2
}

void draw_face(Canvas& mask, const SealDesign& design) {
  if (!design.reversed) {
    rim(mask, design);
    return face(mask, design);
  }
  mask.fill(around({}, design.size), kBlack);
  cairo_set_operator(mask.context(), CAIRO_OPERATOR_DEST_OUT);
  face(mask, design);
  cairo_set_operator(mask.context(), CAIRO_OPERATOR_OVER);
}

}  // namespace vermilion::samples::seals
