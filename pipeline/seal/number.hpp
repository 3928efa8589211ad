#pragma once

#include "pipeline/credit_code/glyph_net.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/seal/outline.hpp"

#include <string>
#include <vector>

// The number cut into a seal along its lower rim.
namespace vermilion::pipeline::seal {

struct NumberDigit {
  char digit = 0;
  double score = 0;  // how surely it is this one, 0 … 1
};

// As it reads from left to right, of the longest run of digits there; empty where none is made out.
// The seal stands upright within 30 degrees.
[[nodiscard]] std::vector<NumberDigit> number_of(const page::Pyramid& pyramid,
                                                 const Outline& outline,
                                                 const credit_code::GlyphNet& net);

}  // namespace vermilion::pipeline::seal
