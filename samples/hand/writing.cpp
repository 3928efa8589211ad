#include "samples/hand/writing.hpp"

#include "samples/seals/inking.hpp"
#include "samples/texture.hpp"
#include "samples/utf8.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vermilion::samples::hand {
namespace {

using seals::InkColour;

constexpr double kMmPerInch = 25.4;
constexpr int kFiner = 2;  // a pen's line is worked out finer than the page
constexpr double kMargin = 4;

// The piece of the page around what is written, to draw on.
struct Patch {
  Canvas canvas;
  cv::Point corner;  // on the page
  cv::Size size;     // of the piece, in pixels of the page
};

Patch patch_around(const Rect& place, double dpi) {
  const double px = dpi / kMmPerInch;
  const cv::Point corner(static_cast<int>(std::floor((place.x - kMargin) * px)),
                         static_cast<int>(std::floor((place.y - kMargin) * px)));
  const cv::Size size(static_cast<int>(std::ceil((place.width + 2 * kMargin) * px)),
                      static_cast<int>(std::ceil((place.height + 2 * kMargin) * px)));
  Patch patch{Canvas::mask({size.width / px, size.height / px}, dpi * kFiner), corner, size};
  cairo_translate(patch.canvas.context(), -corner.x / px, -corner.y / px);
  return patch;
}

Rect place_of(const Writing& writing) {
  const double along = writing.size_mm *
                       (1 + writing.advance * static_cast<double>(characters(writing.text).size()));
  const double across = 1.6 * writing.size_mm;
  return around(writing.centre,
                writing.direction == Direction::Across ? Size{along, across} : Size{across, along});
}

// Where each character stands.
std::vector<Point> places_of(const Writing& writing) {
  const auto count = characters(writing.text).size();
  const double step = writing.size_mm * writing.advance;
  std::vector<Point> places;
  for (std::size_t i = 0; i < count; ++i) {
    const double off = (static_cast<double>(i) - (static_cast<double>(count) - 1) / 2) * step;
    const bool across = writing.direction == Direction::Across;
    places.push_back(
        {writing.centre.x + (across ? off : 0), writing.centre.y + (across ? 0 : off)});
  }
  return places;
}

// A hand is not steady: what is drawn is pushed about smoothly.
Mask unsteady(const Mask& drawn, double px_per_mm, Random& random) {
  const Mask to_right = relief(drawn.size(), 1.8 * px_per_mm, random);
  const Mask down = relief(drawn.size(), 1.8 * px_per_mm, random);
  const double most = 0.45 * px_per_mm / 128;
  cv::Mat1f x(drawn.size());
  cv::Mat1f y(drawn.size());
  for (int row = 0; row < drawn.rows; ++row) {
    for (int column = 0; column < drawn.cols; ++column) {
      x(row, column) = static_cast<float>(column + most * (to_right(row, column) - 128));
      y(row, column) = static_cast<float>(row + most * (down(row, column) - 128));
    }
  }
  Mask moved;
  cv::remap(drawn, moved, x, y, cv::INTER_LINEAR, cv::BORDER_CONSTANT, cv::Scalar(0));
  return moved;
}

void lay(Picture& page, const Patch& patch, const Mask& drawn, const InkColour& ink, double coats) {
  Mask amount;
  cv::resize(drawn, amount, patch.size, 0, 0, cv::INTER_AREA);
  amount.convertTo(amount, -1, coats * seals::kOneCoat / 255);
  seals::lay_ink(page, {amount, ink}, patch.corner);
}

}  // namespace

InkColour any_pen(Random& random) {
  static constexpr std::array kPens{InkColour{{0.12, 0.16, 0.55}}, InkColour{{0.10, 0.12, 0.28}},
                                    InkColour{{0.12, 0.12, 0.13}}};
  return random.choose(kPens);
}

void write(Picture& page, double dpi, const Writing& writing, const InkColour& pen, Random random) {
  Patch patch = patch_around(place_of(writing), dpi);
  cairo_t* context = patch.canvas.context();
  const auto places = places_of(writing);
  const auto all = characters(writing.text);
  const double slant = -random.uniform(0.08, 0.3);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const double size = writing.size_mm * random.uniform(0.88, 1.12);
    cairo_save(context);
    cairo_translate(context, places[i].x, places[i].y + random.normal() * size * 0.05);
    cairo_matrix_t turn;
    cairo_matrix_init(&turn, 1, random.normal() * 0.06, slant + random.normal() * 0.05,
                      random.uniform(0.9, 1.1), 0, 0);
    cairo_transform(context, &turn);
    patch.canvas.text({0, size * 0.36}, all[i],
                      {.size_mm = size, .stretch = random.uniform(0.8, 1.0)}, kBlack,
                      Align::Centre);
    cairo_restore(context);
  }
  const double fine = dpi * kFiner / kMmPerInch;
  lay(page, patch, unsteady(mask_of(patch.canvas), fine, random), pen, random.uniform(0.95, 1.25));
}

void type(Picture& page, double dpi, const Writing& writing, double ink) {
  Patch patch = patch_around(place_of(writing), dpi);
  const auto places = places_of(writing);
  const auto all = characters(writing.text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    patch.canvas.text({places[i].x, places[i].y + writing.size_mm * 0.36}, all[i],
                      {.size_mm = writing.size_mm}, kBlack, Align::Centre);
  }
  lay(page, patch, mask_of(patch.canvas), {{0.09, 0.09, 0.09}}, ink);
}

void tick(Picture& page, double dpi, const Rect& square, const InkColour& pen, Random random) {
  Patch patch = patch_around(square, dpi);
  cairo_t* context = patch.canvas.context();
  const auto at = [&](double x, double y) {
    return Point{square.x + square.width * (x + random.normal() * 0.05),
                 square.y + square.height * (y + random.normal() * 0.05)};
  };
  const Point begin = at(0.15, 0.5);
  const Point turn = at(0.42, 0.88);
  const Point end = at(1.15, -0.15);
  cairo_set_line_width(context, random.uniform(0.4, 0.6));
  cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to(context, begin.x, begin.y);
  cairo_line_to(context, turn.x, turn.y);
  cairo_line_to(context, end.x, end.y);
  cairo_stroke(context);
  lay(page, patch, mask_of(patch.canvas), pen, 1.1);
}

}  // namespace vermilion::samples::hand
