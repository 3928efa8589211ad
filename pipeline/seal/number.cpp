#include "pipeline/seal/number.hpp"

#include "pipeline/credit_code/glyphs.hpp"
#include "pipeline/credit_code/lattice.hpp"
#include "pipeline/page/strip.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>
#include <vector>

namespace vermilion::pipeline::seal {
namespace {

// Digits are 1.2 to 1.5 mm high and stand half a millimetre inside the rim of a seal of 38 to 45:
// in shares of its radius, with room above and below.
constexpr double kDigitHeight = 0.069;
constexpr double kMiddle = 0.902;
constexpr double kHeightShare = 1.9;  // of the strip to its characters, as lines of print have it

// Where else they stand, nearest first: seals differ, and so does where the rim was measured.
struct Look {
  double middle = kMiddle;
  double digit_height = kDigitHeight;
};
constexpr std::array kLooks{Look{}, Look{kMiddle - 0.02}, Look{kMiddle + 0.02},
                            Look{kMiddle - 0.01, 0.062}, Look{kMiddle, 0.077}};

// What a number has, and how surely its digits read where nothing is left to wish for.
constexpr std::size_t kLength = 13;
constexpr double kSure = 0.5;

// Of a turn, to either side of the foot: the number takes a sixth, and the seal may stand askew.
constexpr double kReachTurns = 0.19;

constexpr double kDigits = 10;  // of the classes, the first
constexpr double kContrastMin = 24;

using Number = std::vector<NumberDigit>;

// The foot of the seal as a line of print.
cv::Mat strip_of_foot(const page::Pyramid& pyramid, const Outline& outline, const Look& look) {
  const double px_per_radius = page::kStripCharacterHeight / look.digit_height;
  const int rows = static_cast<int>(kHeightShare * page::kStripCharacterHeight);
  const double length = 2 * kReachTurns * 2 * std::numbers::pi * look.middle * px_per_radius;
  const int columns = static_cast<int>(length);
  cv::Mat1f x(rows, columns);
  cv::Mat1f y(rows, columns);
  for (int row = 0; row < rows; ++row) {
    const double reach = look.middle + (row - (rows - 1) / 2.0) / px_per_radius;
    for (int column = 0; column < columns; ++column) {
      const double turn = 0.25 + kReachTurns * (1 - 2.0 * column / (columns - 1));
      const double angle = static_cast<double>(outline.angle_rad) / (2 * std::numbers::pi);
      const cv::Point2f at =
          outline.at(static_cast<float>(turn - angle), static_cast<float>(reach));
      x(row, column) = at.x;
      y(row, column) = at.y;
    }
  }
  cv::Mat strip;
  cv::remap(pyramid.luma(0), strip, x, y, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  return strip;
}

double quantile(const cv::Mat& image, double share) {
  std::vector<std::uint8_t> values(image.begin<std::uint8_t>(), image.end<std::uint8_t>());
  const auto at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, at);
  return *at;
}

cv::Mat darkness_of(const cv::Mat& luma) {
  const double paper = quantile(luma, 0.8);
  const double ink = quantile(luma, 0.03);
  cv::Mat darkness;
  const double scale = 255 / std::max(kContrastMin, paper - ink);
  luma.convertTo(darkness, CV_8U, -scale, paper * scale);
  return darkness;
}

NumberDigit digit_of(const credit_code::Glyph& glyph) {
  const auto first = glyph.scores.begin();
  const auto best = std::max_element(first, first + static_cast<std::ptrdiff_t>(kDigits));
  return {static_cast<char>('0' + (best - first)), std::exp(static_cast<double>(*best))};
}

// The longest row of characters.
Number number_in(const cv::Mat& darkness, const credit_code::GlyphNet& net) {
  const auto pieces = credit_code::pieces_of(darkness);
  Number longest;
  for (const credit_code::Run& run : credit_code::runs_of(darkness, pieces, net)) {
    if (run.counted || run.glyphs.size() <= longest.size()) continue;
    longest.clear();
    for (const credit_code::Glyph& glyph : run.glyphs) longest.push_back(digit_of(glyph));
  }
  return longest;
}

double sureness(const Number& number) {
  double sum = 0;
  for (const NumberDigit& digit : number) sum += digit.score;
  return sum;
}

bool is_sure(const Number& number) {
  return number.size() >= kLength &&
         std::ranges::all_of(number, [](const NumberDigit& digit) { return digit.score >= kSure; });
}

}  // namespace

std::vector<NumberDigit> number_of(const page::Pyramid& pyramid, const Outline& outline,
                                   const credit_code::GlyphNet& net) {
  Number surest;
  for (const Look& look : kLooks) {
    Number seen = number_in(darkness_of(strip_of_foot(pyramid, outline, look)), net);
    if (sureness(seen) > sureness(surest)) surest = std::move(seen);
    if (is_sure(surest)) break;
  }
  return surest;
}

}  // namespace vermilion::pipeline::seal
