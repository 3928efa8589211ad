#pragma once

#include <optional>
#include <string>
#include <vector>

// A printed form as it is known before its scan is looked at: plain values, places in millimetres
// from the upper left corner of the sheet, x to the right, y down. `rules` fills it from the layout
// of the document and the facts of the order; what the order does not say is absent, and what is
// printed only where the order says something is left out with it.
namespace vermilion::pipeline::form {

struct BoxMm {
  double x = 0;
  double y = 0;
  double w = 0;
  double h = 0;

  [[nodiscard]] double right() const { return x + w; }
  [[nodiscard]] double bottom() const { return y + h; }

  friend bool operator==(const BoxMm&, const BoxMm&) = default;
};

// Print as it looks, to be found again in a scan.
struct Facsimile {
  BoxMm box;  // with white around the print
  double px_per_mm = 0;
  int width = 0;
  std::string ink;  // a character for each pixel, row by row: from '0', paper, to 'o', solid ink

  friend bool operator==(const Facsimile&, const Facsimile&) = default;
};
inline constexpr int kSolidInk = 'o' - '0';

// A cell, or a line to write on.
struct Field {
  std::string id;
  std::string label;
  std::string fact;                    // of the order; empty: written in by hand
  std::optional<std::string> printed;  // what stands in it, as printed
  BoxMm box;                           // with the label
  BoxMm value;                         // print begins at its left, half-way up
  double size_pt = 10.5;               // long values are set up to 0.7 times smaller
  bool multi_line = false;
  std::optional<Facsimile> facsimile = {};  // of what is printed, where it is to be compared

  friend bool operator==(const Field&, const Field&) = default;
};

// Where somebody stamps or signs.
struct Stamp {
  std::string id;
  std::string by;                 // organisation, legal_person, jiangxi_head, agent
  std::vector<std::string> with;  // seal, signature: either of them
  std::string shape;              // of the seal; empty: any
  BoxMm box;
  BoxMm room;          // what its label and hint leave of the box
  bool framed = true;  // a line runs around the box

  friend bool operator==(const Stamp&, const Stamp&) = default;
};

struct Tick {
  std::string id;
  std::string fact;             // empty: ticked by hand
  std::optional<bool> printed;  // ticked or not; absent: by hand, or the order does not say
  BoxMm square;

  friend bool operator==(const Tick&, const Tick&) = default;
};

// Fixed print, or a cell of a table.
struct Text {
  std::string id;
  std::optional<std::string> printed;  // lines apart by \n
  BoxMm box;                           // the print may fill less of it
  double size_pt = 10.5;

  friend bool operator==(const Text&, const Text&) = default;
};

// A QR code besides the form's own.
struct Code {
  std::string id;
  std::optional<std::string> printed;
  BoxMm symbol;

  friend bool operator==(const Code&, const Code&) = default;
};

// A printed line where one side is 0, else a frame.
struct Stroke {
  BoxMm box;
  double weight_mm = 0.2;

  friend bool operator==(const Stroke&, const Stroke&) = default;
};

struct Template {
  std::string document;  // type
  int generation = 0;
  double width_mm = 210;
  double height_mm = 297;
  std::vector<BoxMm> marks;  // black squares in the corners: left to right, then down
  BoxMm code;                // the symbol of the form's own code
  std::vector<Field> fields;
  std::vector<Stamp> stamps;
  std::vector<Tick> ticks;
  std::vector<Text> texts;
  std::vector<Code> codes;
  std::vector<Stroke> strokes;              // of everything above, too
  std::vector<std::string> seal_may_cover;  // blank, signing_name, ...

  friend bool operator==(const Template&, const Template&) = default;
};

}  // namespace vermilion::pipeline::form
