#include "samples/documents/document.hpp"

#include "samples/qr_art.hpp"

#include <fmt/format.h>

#include <array>

namespace vermilion::samples::documents {

Rect Document::write(Point at, std::string_view text, const Font& font, Colour colour,
                     Align align) {
  texts.push_back(page.text(at, text, font, colour, align));
  return texts.back();
}

Rect Document::write_justified(Point at, double width, std::string_view text, const Font& font,
                               Colour colour) {
  texts.push_back(page.justified(at, width, text, font, colour));
  return texts.back();
}

Rect Document::write_paragraph(Point at, double width, std::string_view text, const Font& font,
                               double leading, Colour colour) {
  texts.push_back(page.paragraph(at, width, text, font, leading, colour));
  return texts.back();
}

Rect Document::write_decoy(Point at, const std::string& label, const std::string& number,
                           const Font& font, Align align) {
  decoys.push_back(number);
  return write(at, label + number, font, kBlack, align);
}

void Document::write_code(Point at, const Organisation& organisation, const Font& font,
                          Align align) {
  code_line = write(at, organisation.code_printed, font, kBlack, align);
}

void Document::write_name(Point at, const Organisation& organisation, const Font& font,
                          Align align) {
  name_line = write(at, organisation.name, font, kBlack, align);
}

void Document::put_qr(const Rect& square, const std::string& text) {
  draw_qr(page, square, text);
  qr.push_back({text, square});
  others.push_back(square);
}

std::string licence_qr(const Organisation& organisation, Random& random) {
  if (random.chance(0.75)) {
    return "http://www.gsxt.gov.cn/index.html?uniscid=" + organisation.code_meant;
  }
  return fmt::format("http://gsxt.example.gov.cn/licence?jumpid={:016x}{:016x}", random.bits(),
                     random.bits());
}

Font any_code_font(double size_mm, Random& random) {
  static constexpr std::array kTypefaces{Typeface::Serif, Typeface::Serif, Typeface::Sans,
                                         Typeface::Mono};
  return {.typeface = random.choose(kTypefaces),
          .size_mm = size_mm,
          .bold = random.chance(0.3),
          .spacing_mm = random.chance(0.5) ? 0 : random.uniform(0.05, 0.25) * size_mm,
          .stretch = random.uniform(0.92, 1.0)};
}

}  // namespace vermilion::samples::documents
