#include "rules/forms/strokes.hpp"

#include <algorithm>

namespace vermilion::rules::forms {
namespace {

constexpr double kTickSide = 3.6;  // 10 pt: a box a pen can tick
constexpr double kTickWeight = 0.3;
constexpr double kOutline = 0.5;     // around a table
constexpr double kBelowWriting = 1;  // from a line to write on to the foot of its box

constexpr double kEm = 10.5 * 25.4 / 72;  // labels are set in 10.5 pt

std::size_t characters(const std::string& utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(
      utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
}

Box tick_square(double x, double middle_y) {
  return {x, middle_y - kTickSide / 2, kTickSide, kTickSide};
}

void add(std::vector<Stroke>& strokes, const Field& field) {
  const Box value = value_box(field);
  if (field.style == "line") {
    strokes.push_back({{value.x, value.bottom() - kBelowWriting, value.w, 0}});
    return;
  }
  strokes.push_back({field.box});
  strokes.push_back({{value.x, value.y, 0, value.h}});
}

void add_row(std::vector<Stroke>& strokes, const Table& table, std::size_t row) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const Box cell = cell_of(table, row, column);
    strokes.push_back({cell});
    if (table.columns[column].id != "done") continue;
    strokes.push_back(
        {tick_square(cell.x + (cell.w - kTickSide) / 2, cell.y + cell.h / 2), kTickWeight});
  }
}

void add(std::vector<Stroke>& strokes, const Table& table, std::size_t rows) {
  double width = 0;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    strokes.push_back({head_cell(table, column)});
    width += table.columns[column].w;
  }
  for (std::size_t row = 0; row < rows; ++row) add_row(strokes, table, row);
  strokes.push_back({{table.box.x, table.box.y, width, height_of(table, rows)}, kOutline});
}

}  // namespace

Box label_box(const Field& field) {
  return {field.box.x, field.box.y, field.label_w, field.box.h};
}

Box value_box(const Field& field) {
  return {field.box.x + field.label_w, field.box.y, field.box.w - field.label_w, field.box.h};
}

// Where nothing is drawn people write behind the label.
Box room_of(const Stamp& stamp) {
  if (stamp.style == "bare") {
    const double label = kEm * static_cast<double>(characters(stamp.label));
    return {stamp.box.x + label, stamp.box.y, stamp.box.w - label, stamp.box.h};
  }
  const double head = stamp.label.empty() ? 0 : kStampLabel;
  const double foot = stamp.hint.empty() ? 0 : kStampHint;
  return {stamp.box.x, stamp.box.y + head, stamp.box.w, stamp.box.h - head - foot};
}

Box square_of(const Tick& tick) {
  return tick_square(tick.box.x, tick.box.y + tick.box.h / 2);
}

Box symbol_of(const Code& code) {
  const double caption = code.label.empty() ? 0 : kCodeCaption;
  const double side = std::min(code.box.w, code.box.h - caption);
  return {code.box.x + (code.box.w - side) / 2, code.box.y, side, side};
}

Box head_cell(const Table& table, std::size_t column) {
  double x = table.box.x;
  for (std::size_t left = 0; left < column; ++left) x += table.columns[left].w;
  return {x, table.box.y, table.columns[column].w, kHeadRow};
}

Box cell_of(const Table& table, std::size_t row, std::size_t column) {
  const Box head = head_cell(table, column);
  return {head.x, table.box.y + height_of(table, row), head.w, table.row_h};
}

double height_of(const Table& table, std::size_t rows) {
  return kHeadRow + table.row_h * static_cast<double>(rows);
}

std::vector<Stroke> strokes_of(const FilledForm& form) {
  std::vector<Stroke> strokes;
  for (const Line& line : form.form.lines) {
    strokes.push_back({{line.x, line.y, line.w, line.h}, line.weight_mm});
  }
  for (const Field& field : form.form.fields) add(strokes, field);
  for (const Stamp& stamp : form.form.stamps) {
    if (stamp.style != "bare") strokes.push_back({stamp.box});
  }
  for (const Tick& tick : form.form.ticks) strokes.push_back({square_of(tick), kTickWeight});
  for (const Table& table : form.form.tables) {
    const auto rows = form.rows.find(table.id);
    if (rows != form.rows.end()) add(strokes, table, rows->second.size());
  }
  return strokes;
}

}  // namespace vermilion::rules::forms
