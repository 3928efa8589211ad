#include "service/overlay/label.hpp"

#include "service/overlay/palette.hpp"

#include <algorithm>
#include <string>

namespace vermilion::service::overlay {
namespace {

// Lets a hint of what lies beneath through; less white would cost contrast.
constexpr Colour kPlate{1, 1, 1, 0.93};

}  // namespace

void draw_badge(Canvas& canvas, Point centre, double radius, const Item& item) {
  canvas.disc(centre, radius, colour_of(item.level));
  const Text number(std::to_string(item.number), {.size_px = 1.25 * radius, .bold = true});
  const Size size = number.size();
  canvas.write(number, {centre.x - size.width / 2, centre.y - size.height / 2}, kPaper);
}

Label::Label(const Mark& mark, double type_px) : level_(mark.level), type_px_(type_px) {
  for (const Item* item : mark.lines) {
    lines_.push_back({item, Text(item->label, {.size_px = type_px, .bold = true})});
  }
}

Size Label::size() const {
  double widest = 0;
  for (const Line& line : lines_) widest = std::max(widest, line.text.size().width);
  return {3 * padding() + 2 * badge_radius() + widest + padding(),
          2 * padding() + line_height() * static_cast<double>(lines_.size())};
}

void Label::draw(Canvas& canvas, Point corner) const {
  const Rect plate(corner, size());
  const double radius = 0.3 * type_px_;
  canvas.fill(plate, kPlate, radius);
  canvas.stroke(plate, {colour_of(level_), 0.09 * type_px_}, radius);
  double y = corner.y + padding();
  for (const Line& line : lines_) {
    const double middle = y + line_height() / 2;
    const double badge_x = corner.x + padding() + badge_radius();
    draw_badge(canvas, {badge_x, middle}, badge_radius(), *line.item);
    canvas.write(line.text,
                 {badge_x + badge_radius() + padding(), middle - line.text.size().height / 2},
                 kInk);
    y += line_height();
  }
}

}  // namespace vermilion::service::overlay
