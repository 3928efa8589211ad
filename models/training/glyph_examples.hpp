#pragma once

#include "models/training/example.hpp"
#include "models/training/printed_line.hpp"

#include <cstdint>
#include <vector>

namespace vermilion::models {

// Everything the reader may come to classify on this line: each piece, and neighbouring pieces
// taken together. A span that holds exactly one letter or digit is labelled with it, any other
// (half a character, two, a Han character, a bracket) as no glyph. Uses the reader's own strip,
// pieces and windows, so that what is learnt is what will be seen.
std::vector<Example> glyph_examples(const PrintedLine& line, Random& random);

}  // namespace vermilion::models
