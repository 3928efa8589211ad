#pragma once

#include "pipeline/credit_code/glyph_net.hpp"
#include "pipeline/credit_code/glyphs.hpp"

#include <opencv2/core/mat.hpp>

#include <span>
#include <vector>

namespace vermilion::pipeline::credit_code {

struct Glyph {
  Span span;
  GlyphScores scores{};
};

// Characters that stand together, from left to right.
struct Run {
  std::vector<Glyph> glyphs;

  // Were the cuts chosen so that there are as many characters as a code has? Otherwise they are the
  // ones the classifier likes best, whatever their number.
  bool counted = false;
};

// The characters of a strip, by runs. Of all ways to join neighbouring pieces to characters the one
// the classifier likes best is taken; what it takes for no single character (Han characters,
// brackets) separates runs and is left out, as do gaps wider than those of spaced print. A stretch
// that comes out a character or two off the length of a code is read once more, counted. Stretches
// that cannot hold a code are not classified at all, which is most lines of a page.
std::vector<Run> runs_of(const cv::Mat& darkness, std::span<const Piece> pieces,
                         const GlyphNet& net);

}  // namespace vermilion::pipeline::credit_code
