#pragma once

#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/straightened.hpp"
#include "pipeline/page/text_lines.hpp"
#include "pipeline/readers/tesseract_reader.hpp"
#include "pipeline/report.hpp"

#include <opencv2/core/types.hpp>

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vermilion::pipeline::text {

// How a row is shown to the reader.
struct Look {
  int height_px = 0;  // of its characters
  page::Plane plane = page::Plane::RedLight;
};

// Characters as compared() leaves them, each with its place in the picture that was read.
struct Reading {
  std::u32string characters;
  std::vector<cv::Rect> boxes;
  cv::Matx33d to_page;  // from there
  int height_px = 0;

  // Of these characters on the page; nothing of none.
  [[nodiscard]] Box box_of(std::size_t begin, std::size_t end) const;

  // Paper between this character and the one before, in heights of the row.
  [[nodiscard]] double gap_before(std::size_t at) const;
};

// Reads rows of print of one page, each in each look once at most. Outlived by what it is given.
class RowReader {
 public:
  RowReader(const page::Pyramid& pyramid, const page::TextLines& lines,
            readers::TesseractReader& chinese);

  [[nodiscard]] const std::vector<page::TextLine>& rows() const { return rows_; }

  // `look` counts from 0, the best one, and is less than looks().
  [[nodiscard]] const Reading& read(std::size_t row, std::size_t look = 0);
  [[nodiscard]] static std::size_t looks();

  // What stands in a place of the page that is no row.
  [[nodiscard]] Reading read(const page::TextLine& place, std::size_t look) const;

 private:
  const page::Pyramid& pyramid_;
  readers::TesseractReader& chinese_;
  std::vector<page::TextLine> rows_;
  std::map<std::pair<std::size_t, std::size_t>, Reading> read_;
};

}  // namespace vermilion::pipeline::text
