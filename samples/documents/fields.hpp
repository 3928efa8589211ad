#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// How a block of labelled fields is set: 名    称   江西墨舟建设工程有限公司.
struct FieldStyle {
  double label_width = 24;  // labels are spread over it
  double value_indent = 28;
  double value_width = 90;
  double row = 9;  // from baseline to baseline
  Font label{.typeface = Typeface::Sans, .size_mm = 4.2};
  Font value{.size_mm = 3.9};
};

// Writes fields downwards from a place.
class Fields {
 public:
  Fields(Document& document, Point at, const FieldStyle& style)
      : document_(document), at_(at), style_(style) {}

  void add(std::string_view label, std::string_view value);
  void add_name(std::string_view label, const Organisation& organisation);
  void add_code(std::string_view label, const Organisation& organisation, const Font& font);
  void add_long(std::string_view label, std::string_view value, double size_mm);

  // Baseline of the next row.
  [[nodiscard]] double next() const { return at_.y; }

 private:
  [[nodiscard]] Point value_place() const { return {at_.x + style_.value_indent, at_.y}; }
  void label(std::string_view text);

  Document& document_;
  Point at_;
  FieldStyle style_;
};

}  // namespace vermilion::samples::documents
