#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

// A picture stored lying on its side or on its head, without a bit of it lost.
namespace vermilion::evaluate {

// Bytes B, G, R would do as well; nothing here looks at them.
struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> rgb;

  friend bool operator==(const Pixels&, const Pixels&) = default;
};

// Nothing for what is no JPEG or PNG, or is damaged.
std::optional<Pixels> pixels_of(std::span<const std::byte> file);

// Clockwise, by a multiple of 90 degrees.
Pixels turned(const Pixels& pixels, int clockwise_deg);

struct TurnedFile {
  std::vector<std::byte> bytes;
  std::string_view extension;  // "jpg" or "png"
};

// The file with its picture turned clockwise by 90, 180 or 270 degrees. A JPEG stays one where its
// blocks can change places as they are; where the picture ends within a block, and of a PNG, the
// pixels are turned and written as PNG. What the file says of its orientation is left out, since it
// would no longer be true. Nothing where pixels_of gives nothing.
std::optional<TurnedFile> turned_file(std::span<const std::byte> file, int clockwise_deg);

}  // namespace vermilion::evaluate
