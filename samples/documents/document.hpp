#pragma once

#include "pipeline/report.hpp"
#include "samples/canvas.hpp"
#include "samples/invented.hpp"
#include "samples/random.hpp"
#include "samples/seals/seal_design.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vermilion::samples::documents {

using pipeline::SealRole;

struct QrMark {
  std::string text;
  Rect box;
};

// A seal that belongs on the document. The registrar's is part of the original; the holder's are
// put on what is handed in.
struct PlannedSeal {
  seals::SealDesign design;
  Point centre;
  SealRole role = SealRole::Unknown;
  double turn_deg = 0;
};

// A document as it left the printer, and what stands where on it, in millimetres.
struct Document {
  Document(Size size, double dpi) : page(Canvas::paper(size, dpi)) {}

  Canvas page;
  std::vector<Rect> texts;        // every line written, for telling what a seal covers
  std::vector<Rect> others;       // what else a seal should not be put on: emblem, QR, photograph
  std::optional<Rect> code_line;  // the credit code itself, without its label
  std::optional<Rect> name_line;  // the holder's name
  std::optional<Rect> emblem;
  std::vector<Rect> cards;  // sides of an identity card: the emblem's, the portrait's
  std::vector<QrMark> qr;
  std::vector<PlannedSeal> seals;
  std::vector<std::string> decoys;  // numbers that may be taken for the credit code
  Rect stampable;                   // where the holder may put a seal
  bool born_digital = false;        // never on paper: no scanner has seen it

  // Writes and remembers.
  Rect write(Point at, std::string_view text, const Font& font, Colour colour = kBlack,
             Align align = Align::Left);
  Rect write_justified(Point at, double width, std::string_view text, const Font& font,
                       Colour colour = kBlack);
  Rect write_paragraph(Point at, double width, std::string_view text, const Font& font,
                       double leading, Colour colour = kBlack);
  Rect write_decoy(Point at, const std::string& label, const std::string& number, const Font& font,
                   Align align = Align::Left);
  void write_code(Point at, const Organisation& organisation, const Font& font,
                  Align align = Align::Left);
  void write_name(Point at, const Organisation& organisation, const Font& font,
                  Align align = Align::Left);
  void put_qr(const Rect& square, const std::string& text);
};

// The address the licence's QR code opens. One in four carries an opaque token of the province
// instead of the credit code, as many real ones do.
[[nodiscard]] std::string licence_qr(const Organisation& organisation, Random& random);

// The typeface the credit code is printed in varies from office to office.
[[nodiscard]] Font any_code_font(double size_mm, Random& random);

}  // namespace vermilion::samples::documents
