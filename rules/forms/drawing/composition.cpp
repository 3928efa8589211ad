#include "rules/forms/drawing/composition.hpp"

#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace vermilion::rules::forms::drawing {
namespace {

constexpr double kPadding = 2;       // between a cell's edge and what stands in it
constexpr double kValueLeast = 0.7;  // a long name may be set that much smaller ...
constexpr double kTextLeast = 0.9;   // ... fixed print hardly at all
constexpr double kHintPt = 8;
constexpr double kCaptionPt = 7.5;
constexpr double kNarrowColumn = 30;  // up to this its cells are centred

Box inside(const Box& box, double padding) {
  return {box.x + padding, box.y, box.w - 2 * padding, box.h};
}

// The upper part of a box, and the lower.
Box head(const Box& box, double h) {
  return {box.x, box.y, box.w, h};
}
Box foot(const Box& box, double h) {
  return {box.x, box.bottom() - h, box.w, h};
}

Align align_of(const std::string& word) {
  if (word == "centre") return Align::Centre;
  return word == "right" ? Align::Right : Align::Left;
}

class Composer {
 public:
  Composer(const FilledForm& form, const std::string& payload) : form_(form), payload_(payload) {}

  Result<Composition> compose() {
    done_.strokes = strokes_of(form_);
    done_.black = corner_marks();
    own_code();
    for (const Text& text : form_.form.texts) add(text);
    for (const Field& field : form_.form.fields) add(field);
    for (const Stamp& stamp : form_.form.stamps) add(stamp);
    for (const Tick& tick : form_.form.ticks) add(tick);
    for (const Code& code : form_.form.codes) add(code);
    for (const Table& table : form_.form.tables) add(table);
    if (!too_high_.empty()) {
      return tl::make_unexpected(
          Error{ErrorKind::Unprintable,
                fmt::format("{}: there are more rows than its box has room for", too_high_)});
    }
    if (!too_long_.empty()) {
      return tl::make_unexpected(
          Error{ErrorKind::Unprintable,
                fmt::format("{}: the text is too long for a QR code", too_long_)});
    }
    return std::move(done_);
  }

 private:
  void type(std::string what, std::string text, const Box& box, const Style& style, double least) {
    if (!text.empty()) done_.type.push_back({std::move(what), std::move(text), box, style, least});
  }

  void symbol(const std::string& what, const std::string& text, const Box& box) {
    auto made = qr_symbol(text);
    if (!made) {
      too_long_ = what;
      return;
    }
    done_.symbols.push_back({box, std::move(*made)});
  }

  void own_code() {
    const Box& box = form_.form.code;
    symbol("code", payload_, box);
    const Box caption{box.x - 8, box.bottom(), box.w + 16, kCodeCaption};
    type("code", form_.order_number, caption, {.size_pt = kCaptionPt, .align = Align::Centre},
         kValueLeast);
  }

  void add(const Text& text) {
    const double size_mm = text.size_pt * 25.4 / 72;
    const double line = size_mm * text.leading;
    std::string all;
    for (const std::string& paragraph : text.paragraphs) {
      if (!all.empty()) all += "\n";
      if (text.indent) all += "\u3000\u3000";
      all += paragraph;
    }
    const bool lines = text.box.h > 1.6 * line || text.paragraphs.size() > 1;
    type("texts/" + text.id, std::move(all), text.box,
         {.size_pt = text.size_pt,
          .align = align_of(text.align),
          .bold = text.bold,
          .lines = lines,
          .middle = !lines,
          .leading = text.leading,
          .spacing_pt = text.spacing_pt},
         kTextLeast);
  }

  void add(const Field& field) {
    const std::string what = "fields/" + field.id;
    const bool line = field.style == "line";
    type(what, field.label, inside(label_box(field), line ? 0 : 1),
         {.size_pt = std::min(field.size_pt, 10.5), .align = line ? Align::Left : Align::Centre},
         kTextLeast);
    const auto known = form_.values.find(field.id);
    if (known == form_.values.end()) return;
    if (known->second.empty()) return;
    done_.type.push_back(
        value_in(value_box(field), what, known->second, field.size_pt, field.multi_line));
  }

  void add(const Stamp& stamp) {
    const std::string what = "stamps/" + stamp.id;
    const bool bare = stamp.style == "bare";
    type(what, stamp.label, inside(head(stamp.box, kStampLabel), bare ? 0 : kPadding),
         {.align = bare ? Align::Left : Align::Centre}, kTextLeast);
    type(what, stamp.hint, inside(foot(stamp.box, kStampHint), kPadding),
         {.size_pt = kHintPt, .align = Align::Centre, .lines = true}, kTextLeast);
  }

  void add(const Tick& tick) {
    const Box square = square_of(tick);
    const auto ticked = form_.ticked.find(tick.id);
    if (ticked != form_.ticked.end() && ticked->second) {
      type("ticks/" + tick.id, "√", {square.x - 1, square.y - 1.2, square.w + 2, square.h + 2},
           {.size_pt = 12, .align = Align::Centre, .bold = true}, kValueLeast);
    }
    const double text_x = square.right() + 1.6;
    type("ticks/" + tick.id, tick.label,
         {text_x, tick.box.y, tick.box.right() - text_x, tick.box.h}, {.size_pt = tick.size_pt},
         kTextLeast);
  }

  void add(const Code& code) {
    const auto known = form_.values.find(code.id);
    if (known == form_.values.end()) return;
    symbol("codes/" + code.id, known->second, symbol_of(code));
    if (code.label.empty()) return;
    type("codes/" + code.id, code.label, foot(code.box, kCodeCaption),
         {.size_pt = kHintPt, .align = Align::Centre}, kTextLeast);
  }

  void add(const Table& table) {
    const auto known = form_.rows.find(table.id);
    if (known == form_.rows.end()) return;
    const std::vector<Row>& rows = known->second;
    if (height_of(table, rows.size()) > table.box.h) too_high_ = "tables/" + table.id;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      cell(table, table.columns[column].label, head_cell(table, column), Align::Centre);
      for (std::size_t row = 0; row < rows.size(); ++row) {
        cell(table, table.columns[column], rows[row], cell_of(table, row, column));
      }
    }
  }

  void cell(const Table& table, const Column& column, const Row& row, const Box& box) {
    const auto value = row.find(column.id);
    const std::string text = value == row.end() ? "" : value->second;
    cell(table, text, box, column.w > kNarrowColumn ? Align::Left : Align::Centre);
  }

  void cell(const Table& table, const std::string& text, const Box& box, Align align) {
    type("tables/" + table.id, text, inside(box, 1.5),
         {.size_pt = table.size_pt, .align = align, .lines = true}, kValueLeast);
  }

  const FilledForm& form_;
  const std::string& payload_;
  Composition done_;
  std::string too_long_;
  std::string too_high_;
};

tl::unexpected<Error> unprintable(std::string detail) {
  return tl::make_unexpected(Error{ErrorKind::Unprintable, std::move(detail)});
}

// Sets the size each text is printed in.
Result<void> fit(Composition& composition, const Typesetter& typesetter) {
  for (Type& type : composition.type) {
    const std::string lacking = typesetter.without_glyph(type.text);
    if (!lacking.empty()) {
      return unprintable(fmt::format("{}: no font has the character \"{}\" of \"{}\"", type.what,
                                     lacking, type.text));
    }
    type.style.size_pt = typesetter.fitting_pt(type.text, type.box, type.style, type.least);
    if (type.style.size_pt == 0) {
      return unprintable(fmt::format("{}: \"{}\" does not fit into its box of {:g} x {:g} mm",
                                     type.what, type.text, type.box.w, type.box.h));
    }
  }
  return {};
}

void paint(const Stroke& stroke, cairo_t* context) {
  cairo_set_line_width(context, stroke.weight_mm);
  if (stroke.box.w > 0 && stroke.box.h > 0) {
    cairo_rectangle(context, stroke.box.x, stroke.box.y, stroke.box.w, stroke.box.h);
  } else {
    cairo_move_to(context, stroke.box.x, stroke.box.y);
    cairo_line_to(context, stroke.box.right(), stroke.box.bottom());
  }
  cairo_stroke(context);
}

// All modules as one path, or fine seams of white would run between them.
void paint(const Symbol& symbol, cairo_t* context) {
  const double module = symbol.box.w / symbol.symbol.side;
  for (int y = 0; y < symbol.symbol.side; ++y) {
    for (int x = 0; x < symbol.symbol.side; ++x) {
      if (!symbol.symbol.is_dark(x, y)) continue;
      cairo_rectangle(context, symbol.box.x + x * module, symbol.box.y + y * module, module,
                      module);
    }
  }
  cairo_fill(context);
}

}  // namespace

Type value_in(const Box& room, std::string what, std::string text, double size_pt, bool lines) {
  return {.what = std::move(what),
          .text = std::move(text),
          .box = inside(room, kPadding),
          .style = {.size_pt = size_pt, .lines = lines},
          .least = kValueLeast};
}

Result<Composition> compose(const FilledForm& form, const std::string& payload,
                            const Typesetter& typesetter) {
  auto composed = Composer(form, payload).compose();
  if (!composed) return composed;
  if (const auto fits = fit(*composed, typesetter); !fits) {
    return tl::make_unexpected(fits.error());
  }
  return composed;
}

void paint(const Composition& composition, const Typesetter& typesetter, cairo_t& context) {
  cairo_set_source_rgb(&context, 0, 0, 0);
  for (const Stroke& stroke : composition.strokes) paint(stroke, &context);
  for (const Box& box : composition.black) {
    cairo_rectangle(&context, box.x, box.y, box.w, box.h);
  }
  cairo_fill(&context);
  for (const Symbol& symbol : composition.symbols) paint(symbol, &context);
  for (const Type& type : composition.type) {
    typesetter.set(context, type.text, type.box, type.style);
  }
}

}  // namespace vermilion::rules::forms::drawing
