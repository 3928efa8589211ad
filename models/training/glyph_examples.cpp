#include "models/training/glyph_examples.hpp"

#include "pipeline/credit_code/glyph_net.hpp"
#include "pipeline/page/strip.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace vermilion::models {
namespace {

using namespace pipeline;
using namespace pipeline::credit_code;

// As the finder of lines would give it: a little off in height, place and slope.
page::TextLine found_line(const PrintedLine& line, Random& random) {
  const double height = line.capital_height * uniform(random, 0.95, 1.35);
  return {.centre = {line.centre.x, line.centre.y + static_cast<float>(line.capital_height *
                                                                       uniform(random, -0.1, 0.1))},
          .length = line.length,
          .height = static_cast<float>(height),
          .slope_rad = line.slope_rad + static_cast<float>(uniform(random, -0.008, 0.008))};
}

// Where the page column of a glyph lies on the strip; slopes are small enough to go by x alone.
float strip_x(const page::Strip& strip, float page_x) {
  const float middle = static_cast<float>(strip.darkness.rows) / 2;
  const float origin = strip.page_point(0, middle).x;
  const float step = strip.page_point(1, middle).x - origin;
  return (page_x - origin) / step;
}

constexpr float kStemWidth = 0.38F;  // of the height

struct Truth {
  float begin = 0;
  float end = 0;
  std::uint8_t label = kNoGlyph;
};

std::vector<Truth> truth_on(const page::Strip& strip, const PrintedLine& line) {
  std::vector<Truth> truth;
  for (const PrintedGlyph& glyph : line.glyphs) {
    const auto index = glyph.character < 128 ? kGlyphs.find(static_cast<char>(glyph.character))
                                             : std::string_view::npos;
    truth.push_back({strip_x(strip, glyph.begin), strip_x(strip, glyph.end),
                     index == std::string_view::npos ? static_cast<std::uint8_t>(kNoGlyph)
                                                     : static_cast<std::uint8_t>(index)});
  }
  return truth;
}

// The glyph a span holds; none when it is only near to one, too near to teach either way.
std::optional<std::uint8_t> label_of(Span span, const std::vector<Truth>& truth) {
  const auto begin = static_cast<float>(span.begin);
  const auto end = static_cast<float>(span.end);
  float best = 0;
  std::uint8_t label = kNoGlyph;
  for (const Truth& glyph : truth) {
    const float shared = std::min(end, glyph.end) - std::max(begin, glyph.begin);
    const float either = std::max(end, glyph.end) - std::min(begin, glyph.begin);
    if (shared / either > best) {
      best = shared / either;
      label = glyph.label;
    }
  }
  if (best > 0.78F) return label;
  if (best < 0.66F) return static_cast<std::uint8_t>(kNoGlyph);
  return std::nullopt;
}

}  // namespace

std::vector<Example> glyph_examples(const PrintedLine& line, Random& random) {
  const page::Pyramid pyramid({.luma = line.image});
  const page::Strip strip = page::strip_of(pyramid, found_line(line, random));
  const std::vector<Piece> pieces = pieces_of(strip.darkness);
  const std::vector<Truth> truth = truth_on(strip, line);
  std::vector<Example> examples;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    for (std::size_t n = 1; n <= 4 && i + n <= pieces.size(); ++n) {
      const Span span{pieces[i].span.begin, pieces[i + n - 1].span.end};
      if (static_cast<float>(span.width()) > 1.5F * pieces[i].band.height()) break;
      const auto label = label_of(span, truth);
      if (!label) continue;
      if (*label == kNoGlyph) {
        // A lone stem of an H or of a Han character is a 1 to any eye; the lattice prefers the
        // whole.
        if (static_cast<float>(span.width()) < kStemWidth * pieces[i].band.height()) continue;
        // Most joined pieces are no glyph; a third of those is enough.
        if (chance(random, 0.66)) continue;
      }
      examples.push_back(example_of(window_of(strip.darkness, pieces[i].band, span), *label));
    }
  }
  return examples;
}

}  // namespace vermilion::models
