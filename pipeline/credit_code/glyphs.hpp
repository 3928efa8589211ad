#pragma once

#include <opencv2/core/mat.hpp>

#include <array>
#include <cstddef>
#include <vector>

namespace vermilion::pipeline::credit_code {

// A stretch of a strip that may hold one character: columns [begin, end).
struct Span {
  int begin = 0;
  int end = 0;

  int width() const { return end - begin; }
};

// Where the upright strokes of a line begin and end: digits and capitals share both.
struct Band {
  float top = 0;
  float bottom = 0;

  float height() const { return bottom - top; }
};

// What no character is smaller than: between neighbouring pieces there is paper, or the thinnest
// place of joined ink. Characters are one piece or a few neighbours together.
struct Piece {
  Span span;
  Band band;  // of the characters of the same height around it: Han beside digits is taller
  bool joined = false;  // to the piece before it, by ink
};

// A strip cut into pieces, from left to right. Empty when the strip holds no line of characters.
std::vector<Piece> pieces_of(const cv::Mat& darkness);

// What the classifier sees of a span: its ink at a height of 20 in a window of 24 x 20, row by row,
// 0 paper … 1 ink; what lies beside the span is left out.
inline constexpr int kWindowRows = 24;
inline constexpr int kWindowColumns = 20;
using Window = std::array<float, static_cast<std::size_t>(kWindowRows* kWindowColumns)>;

Window window_of(const cv::Mat& darkness, Band band, Span span);

}  // namespace vermilion::pipeline::credit_code
