#include "samples/documents/certificate.hpp"

#include "samples/documents/emblem.hpp"
#include "samples/documents/ornament.hpp"

#include <fmt/format.h>

namespace vermilion::samples::documents {

Document certificate(double dpi, const CertificateStyle& style, Random& random) {
  Document document(kA4Landscape, dpi);
  document.page.fill({22, 22, 253, 166}, style.ground);
  guilloche(document.page, {22, 22, 253, 166},
            {style.border.red, style.border.green, style.border.blue, random.uniform(0.08, 0.24)});
  wave_border(document.page, {14, 14, 269, 182}, 8, style.border);
  if (style.emblem) {
    document.emblem = draw_emblem(document.page, {148.5, 37}, 24);
    document.others.push_back(*document.emblem);
  }
  const double baseline = style.emblem ? 63 : 48;
  document.write({148.5, baseline}, style.title, {.size_mm = 11, .bold = true, .spacing_mm = 2.5},
                 {0.55, 0.10, 0.08}, Align::Centre);
  document.write({148.5, baseline + 9}, "（副本）", {.size_mm = 5}, kBlack, Align::Centre);
  document.stampable = {24, 24, 249, 162};
  return document;
}

void code_under_title(Document& document, const Organisation& holder, Random& random) {
  const double baseline = 82;
  document.write({146, baseline}, "统一社会信用代码：", {.size_mm = 4.6, .bold = true}, kBlack,
                 Align::Right);
  document.write_code({148, baseline}, holder, any_code_font(random.uniform(4.0, 4.8), random));
}

std::string validity(Date from, int years) {
  Date until = from;
  until.year += years;
  return fmt::format("自{} 至{}", in_chinese(from), in_chinese(until));
}

void issued_by(Document& document, const Organisation& holder, std::string_view label,
               Random& random) {
  const Point at{190, 160};
  document.write(at, label, {.typeface = Typeface::Sans, .size_mm = 4.6});
  document.write({at.x + 30, at.y}, holder.registrar, {.size_mm = 4.2});
  document.write({at.x + 30, at.y + 12}, in_chinese(holder.issued), {.size_mm = 4.2});
  document.seals.push_back({seals::registrar_seal(holder.registrar, random.uniform(39, 43)),
                            {at.x + 48 + random.normal() * 2, at.y + 2 + random.normal() * 2},
                            SealRole::Registrar,
                            random.normal() * 6});
}

}  // namespace vermilion::samples::documents
