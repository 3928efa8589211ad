#include "samples/hostile/picture.hpp"

#include <algorithm>
#include <cstdlib>

namespace vermilion::samples::hostile {
namespace {

struct Colour {
  int r, g, b;
};

Colour paper_at(int x, int y, const Picture& sheet) {
  return {250 - 12 * x / sheet.width, 246 - 10 * y / sheet.height, 236 - 16 * x / sheet.width};
}

bool is_stroke(int x, int y, const Picture& sheet) {
  constexpr int kLine = 12;
  const bool inside = x > sheet.width / 10 && x < sheet.width * 9 / 10;
  const int column = x * 7 + (y / kLine) * 5;
  return inside && y % kLine < 6 && y > kLine && column % 11 < 4;
}

// How much of the red of the ring covers the paper here, 0 to 256; whole numbers, so that every
// machine makes the same picture. Squares stand for distances: |d - r| is about |d2 - r2| / 2r.
int ring_cover(int x, int y, const Picture& sheet) {
  const int radius = std::min(sheet.width, sheet.height) * 2 / 7;
  const int dx = x - sheet.width * 3 / 5;
  const int dy = y - sheet.height * 11 / 20;
  const int off = std::abs(dx * dx + dy * dy - radius * radius);
  if (off > 8 * radius) return 0;
  return std::min(512 - 64 * off / radius, 256);
}

std::uint8_t mixed(int below, int above, int cover) {
  return static_cast<std::uint8_t>(below + (above - below) * cover / 256);
}

}  // namespace

Picture sheet(int width, int height) {
  Picture sheet{width, height, {}};
  sheet.rgb.reserve(3 * static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const Colour paper = is_stroke(x, y, sheet) ? Colour{40, 40, 44} : paper_at(x, y, sheet);
      const int cover = ring_cover(x, y, sheet) * 4 / 5;
      sheet.rgb.push_back(mixed(paper.r, 210, cover));
      sheet.rgb.push_back(mixed(paper.g, 40, cover));
      sheet.rgb.push_back(mixed(paper.b, 45, cover));
    }
  }
  return sheet;
}

Picture grey(Picture picture) {
  for (std::size_t i = 0; i < picture.rgb.size(); i += 3) {
    picture.rgb[i] = picture.rgb[i + 2] = picture.rgb[i + 1];
  }
  return picture;
}

}  // namespace vermilion::samples::hostile
