#include "samples/documents/fields.hpp"

#include <algorithm>
#include <cmath>

namespace vermilion::samples::documents {

void Fields::label(std::string_view text) {
  document_.write_justified(at_, style_.label_width, text, style_.label);
}

void Fields::add(std::string_view label, std::string_view value) {
  this->label(label);
  const Point top{value_place().x, at_.y - style_.value.size_mm * 1.16};
  const Rect used =
      document_.write_paragraph(top, style_.value_width, value, style_.value, /*leading=*/0.82F);
  at_.y += std::max(style_.row, std::ceil(used.height / (style_.value.size_mm * 1.5)) *
                                    style_.value.size_mm * 1.3);
}

void Fields::add_name(std::string_view label, const Organisation& organisation) {
  this->label(label);
  document_.write_name(value_place(), organisation, style_.value);
  at_.y += style_.row;
}

void Fields::add_code(std::string_view label, const Organisation& organisation, const Font& font) {
  this->label(label);
  document_.write_code(value_place(), organisation, font);
  at_.y += style_.row;
}

void Fields::add_long(std::string_view label, std::string_view value, double size_mm) {
  this->label(label);
  Font font = style_.value;
  font.size_mm = size_mm;
  const Point top{value_place().x, at_.y - style_.value.size_mm * 1.16};
  const Rect used = document_.write_paragraph(top, style_.value_width, value, font, 0.85F);
  at_.y += std::max(style_.row, used.height + 0.4 * style_.row);
}

}  // namespace vermilion::samples::documents
