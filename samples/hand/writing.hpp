#pragma once

#include "samples/geometry.hpp"
#include "samples/picture.hpp"
#include "samples/random.hpp"
#include "samples/seals/ink.hpp"

#include <string_view>

// What people write on a printed sheet.
namespace vermilion::samples::hand {

// Blue of a ballpoint, blue-black and black of gel pens.
[[nodiscard]] seals::InkColour any_pen(Random& random);

enum class Direction : bool { Across, Down };

struct Writing {
  std::string_view text;
  Point centre;
  double size_mm = 6;  // of a character
  Direction direction = Direction::Across;
  double advance = 0.85;  // from character to character, of the size
};

// Slanted, uneven, no two characters alike: their strokes wobble as a hand does.
void write(Picture& page, double dpi, const Writing& writing, const seals::InkColour& pen,
           Random random);

// The same words in straight type and toner.
void type(Picture& page, double dpi, const Writing& writing, double ink = 1);

// √ over a square, beyond its edges as ticks are.
void tick(Picture& page, double dpi, const Rect& square, const seals::InkColour& pen,
          Random random);

}  // namespace vermilion::samples::hand
