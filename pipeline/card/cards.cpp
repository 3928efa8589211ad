#include "pipeline/card/cards.hpp"

#include "pipeline/page/straightened.hpp"
#include "pipeline/text/characters.hpp"

#include <opencv2/core/matx.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace vermilion::pipeline::card {
namespace {

using Layout = readers::TesseractReader::Layout;

// Labels are 2 to 3 mm high; Tesseract reads characters of 20 to 40 pixels best.
constexpr double kLabelPxPerMm = 9;

// The number: 2.5 mm high digits beside its label, along the foot.
const cv::Rect2d kNumberMm{22, 41.5, 62, 11};
constexpr std::array kNumberPxPerMm{11.0, 13.0, 9.5};
constexpr std::size_t kDigits = 18;

// Where no outline tells how large the print is: a sheet of A4 at 9 pixels a millimetre.
constexpr double kPageSide = 297 * kLabelPxPerMm;

// From pixels of a picture that shows part of the card, in its own millimetres, to the page.
cv::Matx33d to_page(const Card& card, const cv::Rect2d& part_mm, double px_per_mm) {
  const double turn =
      card.outline.angle * std::numbers::pi / 180 + (card.head_down ? std::numbers::pi : 0);
  const double step = static_cast<double>(card.outline.size.width) / kWidthMm / px_per_mm;
  const double c = std::cos(turn) * step;
  const double s = std::sin(turn) * step;
  const double u = (kWidthMm / 2 - part_mm.x) * px_per_mm - 0.5;
  const double v = (kHeightMm / 2 - part_mm.y) * px_per_mm - 0.5;
  return {c, -s, static_cast<double>(card.outline.center.x) - c * u + s * v,  //
          s, c,  static_cast<double>(card.outline.center.y) - s * u - c * v,  //
          0, 0,  1};
}

cv::Mat part_of(const Card& card, const page::Pyramid& pyramid, const cv::Rect2d& part_mm,
                double px_per_mm) {
  const cv::Size size(static_cast<int>(part_mm.width * px_per_mm),
                      static_cast<int>(part_mm.height * px_per_mm));
  return page::straightened(pyramid, to_page(card, part_mm, px_per_mm), size,
                            page::Plane::RedLight);
}

std::string text_on(const Card& card, const page::Pyramid& pyramid,
                    readers::TesseractReader& chinese) {
  const cv::Mat picture = part_of(card, pyramid, {0, 0, kWidthMm, kHeightMm}, kLabelPxPerMm);
  const auto text = chinese.read(picture, Layout::Sparse);
  return text ? text::utf8_of(text::compared(text::characters_of(*text))) : std::string();
}

// One side's labels and not the other's.
std::optional<Side> side_of(const Labels& labels) {
  if (labels.portrait == labels.emblem) return std::nullopt;
  return labels.portrait ? Side::Portrait : Side::Emblem;
}

Card examined(const cv::RotatedRect& outline, const page::Pyramid& pyramid,
              readers::TesseractReader& chinese) {
  Card card{.outline = outline, .side = {}};
  for (const bool head_down : {false, true}) {
    card.head_down = head_down;
    card.text = text_on(card, pyramid, chinese);
    card.side = side_of(labels_in(card.text));
    if (card.side) return card;
  }
  card.head_down = false;
  card.text.clear();
  return card;
}

Labels labels_on_page(const page::Pyramid& pyramid, readers::TesseractReader& chinese) {
  const cv::Size page = pyramid.luma(0).size();
  const double step = std::max(1.0, std::max(page.width, page.height) / kPageSide);
  const cv::Size size(static_cast<int>(page.width / step), static_cast<int>(page.height / step));
  const cv::Matx33d scale(step, 0, (step - 1) / 2, 0, step, (step - 1) / 2, 0, 0, 1);
  const auto text = chinese.read(
      page::straightened(pyramid, scale, size, page::Plane::RedLight), Layout::Sparse);
  return text ? labels_in(*text) : Labels{};
}

// Digits in a row; what the reader puts between them is space.
std::string number_in(const std::string& text) {
  std::string digits;
  for (const char c : text) {
    if ('0' <= c && c <= '9') digits += c;
    if (c == 'X' || c == 'x') digits += 'X';
  }
  return digits;
}

}  // namespace

Cards cards_of(const page::Pyramid& pyramid, const page::Light& light,
               readers::TesseractReader& chinese) {
  Cards cards;
  for (const cv::RotatedRect& outline : outlines_on(pyramid, light)) {
    cards.found.push_back(examined(outline, pyramid, chinese));
    cards.portrait |= cards.found.back().side == Side::Portrait;
    cards.emblem |= cards.found.back().side == Side::Emblem;
  }
  if (cards.portrait && cards.emblem) return cards;
  const Labels anywhere = labels_on_page(pyramid, chinese);
  cards.portrait |= anywhere.portrait;
  cards.emblem |= anywhere.emblem;
  return cards;
}

std::vector<std::string> numbers_on(const Card& card, const page::Pyramid& pyramid,
                                    readers::TesseractReader& english) {
  std::vector<std::string> numbers;
  for (const double px_per_mm : kNumberPxPerMm) {
    const auto text = english.read(part_of(card, pyramid, kNumberMm, px_per_mm), Layout::Line);
    if (!text) break;
    numbers.push_back(number_in(*text));
  }
  std::erase_if(numbers, [](const std::string& number) { return number.size() != kDigits; });
  return numbers;
}

}  // namespace vermilion::pipeline::card
