#pragma once

#include "service/overlay/canvas.hpp"
#include "service/overlay/marks.hpp"

#include <string>
#include <vector>

namespace vermilion::service::overlay {

// What stands above the page: a bar with the verdict and the file, and the list of findings.
class Masthead {
 public:
  struct Words {
    rules::Verdict verdict;
    rules::Language language;
    std::string file;  // its name
    std::string size;  // of the page, and its resolution
    std::string rest;  // "and 3 more", when the list is cut
  };

  Masthead(Words words, const std::vector<Item>& items, double width_px, double type_px);
  Masthead(Words words, std::vector<Item>&& items, double width_px, double type_px) = delete;

  [[nodiscard]] double height() const;
  void draw(Canvas& canvas) const;

 private:
  struct Line {
    const Item* item;  // null for the last line of a list that was cut
    Text text;
  };

  double bar_height() const { return 2.7 * type_px_; }
  double padding() const { return 0.9 * type_px_; }
  double indent() const { return padding() + 2.1 * type_px_; }
  double line_gap() const { return 0.45 * type_px_; }
  void draw_bar(Canvas& canvas) const;

  Words words_;
  double width_px_;
  double type_px_;
  std::vector<Line> lines_;
};

}  // namespace vermilion::service::overlay
