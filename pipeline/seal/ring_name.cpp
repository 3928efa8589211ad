#include "pipeline/seal/ring_name.hpp"

#include "pipeline/text/characters.hpp"
#include "pipeline/text/likeness.hpp"

#include <opencv2/imgproc.hpp>

#include <array>
#include <numbers>
#include <vector>

namespace vermilion::pipeline::seal {
namespace {

// The zone of the name, in shares of the radius: characters of 3.7 to 4.9 mm on 40, inside the rim.
constexpr double kInner = 0.66;
constexpr double kOuter = 0.97;
constexpr double kMiddle = 0.82;

// From the foot around; what is left out there is the number's.
constexpr double kTurns = 0.86;

// Pixels along the radius: characters come out 26 to 40 high. One size shows what another hides.
constexpr std::array kRadii_px{142.0, 176.0, 117.0};

// Surely the name from here on; no second look.
constexpr double kSure = 0.8;

constexpr int kMarginPx = 16;

// The ring cut open at the foot and laid out straight.
cv::Mat laid_out(const page::Pyramid& pyramid, const Outline& outline, double radius_px) {
  const int rows = static_cast<int>((kOuter - kInner) * radius_px);
  const int columns = static_cast<int>(2 * std::numbers::pi * kMiddle * kTurns * radius_px);
  const double askew = static_cast<double>(outline.angle_rad) / (2 * std::numbers::pi);
  cv::Mat1f x(rows, columns);
  cv::Mat1f y(rows, columns);
  for (int row = 0; row < rows; ++row) {
    const double reach = kOuter - (kOuter - kInner) * row / (rows - 1);
    for (int column = 0; column < columns; ++column) {
      const double turn = 0.25 + (1 - kTurns) / 2 + kTurns * column / (columns - 1);
      const cv::Point2f at =
          outline.at(static_cast<float>(turn - askew), static_cast<float>(reach));
      x(row, column) = at.x;
      y(row, column) = at.y;
    }
  }
  cv::Mat ring;
  cv::remap(pyramid.luma(0), ring, x, y, cv::INTER_CUBIC, cv::BORDER_REPLICATE);
  cv::normalize(ring, ring, 0, 255, cv::NORM_MINMAX);
  cv::copyMakeBorder(ring, ring, kMarginPx, kMarginPx, kMarginPx, kMarginPx, cv::BORDER_CONSTANT,
                     cv::Scalar(255));
  return ring;
}

}  // namespace

double name_likeness(const page::Pyramid& pyramid, const Outline& outline, const std::string& name,
                     readers::TesseractReader& chinese) {
  const std::u32string expected = text::compared(text::characters_of(name));
  std::vector<text::Alignment> readings;
  for (const double radius_px : kRadii_px) {
    const auto read =
        chinese.read(laid_out(pyramid, outline, radius_px), readers::TesseractReader::Layout::Line);
    if (!read) return 0;
    readings.push_back(text::align(expected, text::compared(text::characters_of(*read))));
    if (text::likeness(readings) >= kSure) break;
  }
  return text::likeness(readings);
}

}  // namespace vermilion::pipeline::seal
