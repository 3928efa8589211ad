#pragma once

#include <string>
#include <vector>

// What a printed form looks like: plain values in millimetres, as the `form:` block of a document
// type says it. Places count from the upper left corner of the sheet, x to the right, y down.
namespace vermilion::rules::forms {

struct Box {
  double x = 0;
  double y = 0;
  double w = 0;
  double h = 0;

  [[nodiscard]] double right() const { return x + w; }
  [[nodiscard]] double bottom() const { return y + h; }

  friend bool operator==(const Box&, const Box&) = default;
};

struct Size {
  double w = 0;
  double h = 0;
};

inline constexpr Size kSheet{210, 297};  // A4 portrait, all forms are

// One in each corner, to find the form again in a scan: black squares, far enough from the edge for
// any printer (5 mm stay white in most) and for scanners that cut a little.
inline constexpr double kMarkSide = 4;
inline constexpr double kMarkInset = 10;  // from the edge of the sheet to the near edge of a mark

// Left to right, then down.
[[nodiscard]] std::vector<Box> corner_marks();

// The form's own QR code where the layout says nothing; the order number is printed under it.
inline constexpr Box kCode{164, 17, 26, 26};
inline constexpr double kCodeCaption = 5;  // height under the code that belongs to it

// Something the order knows, in a cell with its label; without a fact it is written in by hand.
struct Field {
  std::string id;
  std::string label;
  std::string fact;
  std::string otherwise;  // printed where the order does not say; empty: it has to
  Box box;
  double label_w = 34;
  double size_pt = 10.5;    // 五号, the usual size of forms
  bool multi_line = false;  // may break into lines
  std::string style;        // cell (framed), line (a line to write on); empty: cell
  std::string needs;        // printed only where this fact is known; so with all items
};

// Where somebody stamps or signs.
struct Stamp {
  std::string id;
  std::string by;                 // organisation, legal_person, jiangxi_head, agent
  std::vector<std::string> with;  // seal, signature: either of them
  std::string shape;              // of the seal; empty: any
  std::string label;
  std::string hint;  // small, at the foot of the box
  Box box;
  std::string style;  // cell, bare (nothing drawn but the label); empty: cell
  std::string needs;
};

// Print that is always the same but for {facts} in it.
struct Text {
  std::string id;
  std::vector<std::string> paragraphs;
  Box box;
  double size_pt = 10.5;
  std::string align;  // left, centre, right; empty: left
  bool bold = false;
  bool indent = false;    // first lines by two characters
  double leading = 1.5;   // from line to line, of the size
  double spacing_pt = 0;  // between characters
  std::string needs;
};

struct Tick {
  std::string id;
  std::string label;
  std::string fact;  // ticked where it says `is`; empty: ticked by hand
  std::string is;
  Box box;
  double size_pt = 10.5;
  std::string needs;
};

// A QR code besides the form's own.
struct Code {
  std::string id;
  std::string fact;
  std::string label;  // under it
  Box box;
  std::string needs;
};

struct Column {
  std::string id;  // a column of the rows
  std::string label;
  double w = 0;
};

// Rows that differ from order to order, such as the papers to mail.
struct Table {
  std::string id;
  std::string rows;  // what of the order: "paper"
  std::vector<Column> columns;
  Box box;
  double row_h = 11;
  double size_pt = 10.5;
  std::string needs;
};

// A rule where one side is 0, else a frame.
struct Line {
  double x = 0;
  double y = 0;
  double w = 0;
  double h = 0;
  double weight_mm = 0.2;
  std::string needs;
};

struct Form {
  int generation = 0;  // of the template; 0: the document has no form
  Box code = kCode;
  std::vector<Field> fields;
  std::vector<Stamp> stamps;
  std::vector<Text> texts;
  std::vector<Tick> ticks;
  std::vector<Code> codes;
  std::vector<Table> tables;
  std::vector<Line> lines;

  [[nodiscard]] bool empty() const { return generation == 0; }
};

}  // namespace vermilion::rules::forms
