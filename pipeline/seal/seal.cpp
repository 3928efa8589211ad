#include "pipeline/seal/seal.hpp"

#include "pipeline/seal/screen.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace vermilion::pipeline::seal {
namespace {

// Text beneath a seal: at least so many strokes, and so much of its area.
constexpr int kStrokesMin = 6;
constexpr double kPrintBelowMin = 0.012;

// The registrar signs in the lower right quarter or near it.
constexpr float kLowerFrom = 0.5F;
constexpr float kRightFrom = 0.45F;

// Full marks up to the first, none from the second (mm).
constexpr double kSharpMm = 0.15;
constexpr double kLostMm = 0.60;

// A swing of the rim's thickness this large (mm) is a stamp that moved.
constexpr double kSmearMm = 1.2;

// Specks over this share of the area leave nothing clean.
constexpr double kSpecksMax = 0.01;

// What was found by its colour and measures as black is print on tinted paper. On 54 real seals the
// least was 0.39, on drawn ones of purple ink on pink paper 0.3.
constexpr double kBlack = 0.12;

double graded(double value, double best, double worst) {
  return std::clamp((value - worst) / (best - worst), 0.0, 1.0);
}

// Outlines run between the middles of pixels, boxes between their edges.
Box box_on(cv::Size page, const cv::Rect2f& bounds) {
  const int left = std::max(0, static_cast<int>(std::lround(bounds.x + 0.5F)));
  const int top = std::max(0, static_cast<int>(std::lround(bounds.y + 0.5F)));
  const int right = std::min(page.width, static_cast<int>(std::lround(bounds.br().x + 0.5F)));
  const int bottom = std::min(page.height, static_cast<int>(std::lround(bounds.br().y + 0.5F)));
  return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

bool lies_over_print(const Measurement& m) {
  return m.foreign.strokes_below >= kStrokesMin && m.foreign.print_below >= kPrintBelowMin;
}

}  // namespace

void assign_roles(std::vector<Seal>& seals, bool has_emblem, cv::Size page) {
  Seal* lowest = nullptr;
  float best = -1;
  int rounds = 0;
  for (Seal& seal : seals) {
    seal.role = SealRole::Holder;
    const Outline& outline = seal.impression.outline;
    if (outline.shape() != SealShape::Round) continue;
    ++rounds;
    const float x = outline.centre.x / static_cast<float>(page.width);
    const float y = outline.centre.y / static_cast<float>(page.height);
    if (x < kRightFrom || y < kLowerFrom || x + y < best) continue;
    best = x + y;
    lowest = &seal;
  }
  if (lowest == nullptr) return;
  const bool signs_over_print = rounds >= 2 && lowest->over_print;
  if (has_emblem || signs_over_print) lowest->role = SealRole::Registrar;
}

std::vector<Seal> seals_of(const Found& found, const page::Pyramid& pyramid,
                           const page::Light& light, std::optional<double> px_per_mm) {
  std::vector<Seal> seals;
  for (const Impression& impression : found.impressions) {
    const Measurement measured = measure(impression, found.impressions, pyramid, light, px_per_mm);
    if (impression.red && measured.redness < kBlack) continue;
    // A grey seal cannot be told from the print it lies on.
    const bool over_print = impression.red && lies_over_print(measured);
    seals.push_back({impression, measured, SealRole::Unknown, over_print});
  }
  assign_roles(seals, found.emblem.has_value(), pyramid.luma(0).size());
  if (!px_per_mm) return seals;
  for (Seal& seal : seals) {
    // The registrar prints its own.
    if (seal.role == SealRole::Registrar || !seal.impression.red) continue;
    seal.printed = screen_of(pyramid, seal.impression.outline, *px_per_mm);
  }
  return seals;
}

SealFact fact_of(const Seal& seal, cv::Size page, std::optional<double> px_per_mm) {
  const Outline& outline = seal.impression.outline;
  const Measurement& m = seal.measured;
  SealFact fact{.shape = outline.shape(),
                .role = seal.role,
                .box = box_on(page, outline.bounds()),
                .redness = m.redness,
                .strength = m.strength,
                .border = m.border,
                .cleanliness = 1 - std::clamp(m.foreign.specks / kSpecksMax, 0.0, 1.0),
                .background = m.background,
                .printed = seal.printed};
  fact.angle_deg =
      outline.shape() == SealShape::Round
          ? 0
          : std::remainder(static_cast<double>(outline.angle_rad) * 180 / std::numbers::pi, 180);
  if (px_per_mm) {
    fact.diameter_mm = 2 * static_cast<double>(outline.half_width) / *px_per_mm;
    if (m.spread_px) fact.edge_spread_mm = *m.spread_px / *px_per_mm;
    fact.smear = std::clamp(m.rim_swing_px / *px_per_mm / kSmearMm, 0.0, 1.0);
  }
  if (fact.edge_spread_mm) fact.clarity = graded(*fact.edge_spread_mm, kSharpMm, kLostMm);
  if (seal.over_print) fact.covers.emplace_back("text");
  return fact;
}

}  // namespace vermilion::pipeline::seal
