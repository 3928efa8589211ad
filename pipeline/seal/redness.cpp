#include "pipeline/seal/redness.hpp"

#include <algorithm>
#include <cstdint>

namespace vermilion::pipeline::seal {
namespace {

// Hue gate in the plane of Cb and Cr, measured from the paper, in tenths. With e = Cr - paper and d
// = Cb - paper, seal ink lies near d = -0.4 e, old purplish ink at d = +0.1 e, orange pads at -0.7
// e; gold begins at -1.4 e, skin at -1.1 e, purple ink ends at +0.68 e, magenta at +0.79 e.
struct Gate {
  int towards_gold;
  int towards_magenta;
};
constexpr Gate kRed{-9, 6};
constexpr Gate kNearlyRed{-11, 7};

// On bluish and greenish paper black ink is redder than the paper, from -1 e.
constexpr int kBluish = 122;  // Cr of the paper

void redness_row(const std::uint8_t* cb, const std::uint8_t* cr, std::uint8_t* red, int count,
                 int tint_cb, int tint_cr, Gate gate) {
  // Sixteen bits hold every term, and twice as many of them fit into a register.
  for (int x = 0; x < count; ++x) {
    const auto e = static_cast<std::int16_t>(cr[x] - tint_cr);
    const auto d = static_cast<std::int16_t>(10 * (cb[x] - tint_cb));
    const auto gold = static_cast<std::int16_t>(gate.towards_gold * e);
    const auto magenta = static_cast<std::int16_t>(gate.towards_magenta * e);
    const auto twice = static_cast<std::int16_t>(std::min(255, 2 * e));
    const bool hue = (d > gold) & (d < magenta);  // implies e > 0
    red[x] = static_cast<std::uint8_t>(hue ? twice : 0);
  }
}

cv::Mat gated(const cv::Mat& cb, const cv::Mat& cr, const page::Light& light, Gate gate) {
  cv::Mat red(cr.size(), CV_8U);
  const int tint_cb = static_cast<int>(light.tint_cb);
  const int tint_cr = static_cast<int>(light.tint_cr);
  for (int y = 0; y < cr.rows; ++y) {
    redness_row(cb.ptr<std::uint8_t>(y), cr.ptr<std::uint8_t>(y), red.ptr<std::uint8_t>(y), cr.cols,
                tint_cb, tint_cr, gate);
  }
  return red;
}

}  // namespace

cv::Mat redness(const cv::Mat& cb, const cv::Mat& cr, const page::Light& light) {
  return gated(cb, cr, light, kRed);
}

cv::Mat near_redness(const cv::Mat& cb, const cv::Mat& cr, const page::Light& light) {
  return gated(cb, cr, light, light.tint_cr < kBluish ? kRed : kNearlyRed);
}

}  // namespace vermilion::pipeline::seal
