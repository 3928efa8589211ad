#pragma once

#include "rules/forms/drawing/qr_symbol.hpp"
#include "rules/forms/drawing/typesetter.hpp"
#include "rules/forms/fill.hpp"
#include "rules/forms/strokes.hpp"

#include <string>
#include <vector>

// A filled form as what is put on paper, before any of it is: type, strokes, black squares, codes.
namespace vermilion::rules::forms::drawing {

struct Type {
  std::string what;  // "fields/agent", for complaints
  std::string text;
  Box box;
  Style style;
  double least = 1;  // may shrink to this part of its size
};

// What stands in a field: `room` is the field without its label.
[[nodiscard]] Type value_in(const Box& room, std::string what, std::string text, double size_pt,
                            bool lines);

struct Symbol {
  Box box;
  QrSymbol symbol;
};

struct Composition {
  std::vector<Type> type;
  std::vector<Stroke> strokes;
  std::vector<Box> black;
  std::vector<Symbol> symbols;
};

// `payload` is what the form's own code says. Nothing is composed that could not be printed: every
// character has a glyph, every text fits its box, every code its symbol.
[[nodiscard]] Result<Composition> compose(const FilledForm& form, const std::string& payload,
                                          const Typesetter& typesetter);

// User space of `context` is millimetres.
void paint(const Composition& composition, const Typesetter& typesetter, cairo_t& context);

}  // namespace vermilion::rules::forms::drawing
