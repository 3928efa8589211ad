#include "service/overlay/masthead.hpp"

#include "rules/words.hpp"
#include "service/overlay/label.hpp"
#include "service/overlay/palette.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::overlay {
namespace {

// More would push the page off the screen; reports hold the rest.
constexpr std::size_t kLines = 12;

std::string_view mark_of(rules::Verdict verdict) {
  switch (verdict) {
    case rules::Verdict::Accept:
      return "✓";
    case rules::Verdict::Refer:
      return "!";
    case rules::Verdict::Reject:
      return "✗";
    case rules::Verdict::Unreadable:
      return "?";
  }
  return {};
}

}  // namespace

Masthead::Masthead(Words words, const std::vector<Item>& items, double width_px, double type_px)
    : words_(std::move(words)), width_px_(width_px), type_px_(type_px) {
  const double width = width_px - indent() - padding();
  const std::size_t shown = std::min(items.size(), kLines);
  for (std::size_t i = 0; i < shown; ++i) {
    lines_.push_back({&items[i], Text(items[i].message, {.size_px = type_px}, width)});
  }
  if (shown < items.size()) lines_.push_back({nullptr, Text(words_.rest, {type_px}, width)});
}

double Masthead::height() const {
  if (lines_.empty()) return bar_height();
  double height = bar_height() + 2 * padding() - line_gap();
  for (const Line& line : lines_) height += line.text.size().height + line_gap();
  return height;
}

void Masthead::draw(Canvas& canvas) const {
  canvas.fill({0, 0, width_px_, height()}, kPaper);
  draw_bar(canvas);
  double y = bar_height() + padding();
  for (const Line& line : lines_) {
    const double first_line = line.text.size().height / line.text.lines();
    if (line.item != nullptr) {
      draw_badge(canvas, {padding() + 0.75 * type_px_, y + first_line / 2}, 0.72 * type_px_,
                 *line.item);
    }
    canvas.write(line.text, {indent(), y}, line.item != nullptr ? kInk : kFaintInk);
    y += line.text.size().height + line_gap();
  }
}

void Masthead::draw_bar(Canvas& canvas) const {
  canvas.fill({0, 0, width_px_, bar_height()}, colour_of(words_.verdict));
  const auto write = [&](const Text& text, double x) {
    canvas.write(text, {x, (bar_height() - text.size().height) / 2}, kPaper);
    return x + text.size().width + padding();
  };
  const auto verdict =
      fmt::format("{} {}", mark_of(words_.verdict), rules::word(words_.verdict, words_.language));
  const double left = write(Text(verdict, {.size_px = 1.5 * type_px_, .bold = true}), padding());
  const Text size(words_.size, {.size_px = type_px_});
  const double right = width_px_ - padding() - size.size().width;
  write(size, right);
  const double room = right - left - padding();
  if (room > 4 * type_px_) {
    write(Text::shortened(words_.file, {.size_px = type_px_}, room), left + padding());
  }
}

}  // namespace vermilion::service::overlay
