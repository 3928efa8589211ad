#pragma once

#include "rules/forms/fill.hpp"
#include "rules/forms/layout.hpp"

#include <vector>

// Where the parts of a form's items stand and which lines are drawn: what prints a form and what
// tells the pipeline what was printed must not differ in it.
namespace vermilion::rules::forms {

inline constexpr double kHairline = 0.2;  // between cells; thinner breaks up in a copy
inline constexpr double kHeadRow = 10;    // of a table
inline constexpr double kStampLabel = 8;  // height of the label in a stamp's box ...
inline constexpr double kStampHint = 9;   // ... and of the hint

struct Stroke {
  Box box;  // a rule where one side is 0, else a frame
  double weight_mm = kHairline;
};

[[nodiscard]] Box label_box(const Field& field);
[[nodiscard]] Box value_box(const Field& field);

// What label and hint leave.
[[nodiscard]] Box room_of(const Stamp& stamp);

// The square a pen ticks.
[[nodiscard]] Box square_of(const Tick& tick);

// The label takes the foot of the box, the symbol the square above it.
[[nodiscard]] Box symbol_of(const Code& code);

// A cell of a table: rows count from 0, the head is none of them.
[[nodiscard]] Box head_cell(const Table& table, std::size_t column);
[[nodiscard]] Box cell_of(const Table& table, std::size_t row, std::size_t column);
[[nodiscard]] double height_of(const Table& table, std::size_t rows);

// Everything drawn with a line.
[[nodiscard]] std::vector<Stroke> strokes_of(const FilledForm& form);

}  // namespace vermilion::rules::forms
