#pragma once

#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/readers/tesseract_reader.hpp"

#include <opencv2/core/types.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Identity cards copied onto a page.
namespace vermilion::pipeline::card {

// ISO/IEC 7810 ID-1.
inline constexpr double kWidthMm = 85.6;
inline constexpr double kHeightMm = 54.0;

enum class Side : std::uint8_t { Portrait, Emblem };

struct Card {
  cv::RotatedRect outline;  // in pixels of the page, the long side its width
  std::optional<Side> side;  // by its labels; absent where none is read
  bool head_down = false;    // copied upside down
  std::string text;          // as read, without blanks
};

struct Cards {
  std::vector<Card> found;  // from top to bottom
  bool portrait = false;    // labels of this side are read, on a card or anywhere on the page
  bool emblem = false;
};

// Cards by their outline, sides by their labels. Some 50 ms a card; where the outlines do not show
// both sides, the whole page is read.
[[nodiscard]] Cards cards_of(const page::Pyramid& pyramid, const page::Light& light,
                             readers::TesseractReader& chinese);

// Which sides' labels a text shows.
struct Labels {
  bool portrait = false;
  bool emblem = false;
};
[[nodiscard]] Labels labels_in(const std::string& utf8);

// The outlines alone, each with its long side as its width: rectangles with the proportions of a
// card, at whatever size it was copied. The frame of a licence may have them too; labels tell.
[[nodiscard]] std::vector<cv::RotatedRect> outlines_on(const page::Pyramid& pyramid,
                                                       const page::Light& light);

// Readings of the number on a portrait side, each of eighteen characters, in several sizes.
[[nodiscard]] std::vector<std::string> numbers_on(const Card& card, const page::Pyramid& pyramid,
                                                  readers::TesseractReader& english);

}  // namespace vermilion::pipeline::card
