#include "pipeline/credit_code/candidate_lines.hpp"

#include "pipeline/limits.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::credit_code {
namespace {

// Of 146 codes that were read, lines were 8.5 to 23.3 times as long as high, labels included.
constexpr float kCodeLengthMin = 8;
constexpr float kCodeLengthMax = 28;

// A code stands among the first lines of a document: of 199 that were found in the print as a whole
// 195 stood among the first four. Where they show none, it is likelier to be joined to a frame or a
// watermark, which the dark print alone is free of, than to stand further down.
constexpr std::size_t kFirstLines = 4;

// Would the strips of both show the same?
bool same_line(const page::TextLine& a, const page::TextLine& b) {
  constexpr float kSame = 0.1F;  // of the height
  return cv::norm(a.centre - b.centre) < static_cast<double>(kSame * a.height) &&
         std::abs(a.length - b.length) < kSame * a.height &&
         std::abs(a.height - b.height) < kSame * a.height;
}

}  // namespace

Lines likely_lines(const page::TextLines& lines) {
  Lines likely;
  for (const page::TextLine& line : lines.lines) {
    if (line.length < kCodeLengthMin * line.height || line.length > kCodeLengthMax * line.height)
      continue;
    likely.push_back(line);
    if (likely.size() == limits::kCodeLines) break;
  }
  return likely;
}

std::span<const page::TextLine> first_of(std::span<const page::TextLine> lines) {
  return lines.first(std::min(kFirstLines, lines.size()));
}

std::span<const page::TextLine> others_of(std::span<const page::TextLine> lines) {
  return lines.subspan(std::min(kFirstLines, lines.size()));
}

Lines without(std::span<const page::TextLine> all, std::span<const page::TextLine> known) {
  Lines lines(all.begin(), all.end());
  std::erase_if(lines, [&](const page::TextLine& line) {
    return std::ranges::any_of(known,
                               [&](const page::TextLine& other) { return same_line(line, other); });
  });
  return lines;
}

}  // namespace vermilion::pipeline::credit_code
