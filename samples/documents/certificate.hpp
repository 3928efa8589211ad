#pragma once

#include "samples/documents/document.hpp"

#include <string_view>

namespace vermilion::samples::documents {

// What the certificates of institutions, associations and clinics have in common: a landscape sheet
// with border, emblem, title, the code above the fields, and the registrar's seal at the lower
// right.
struct CertificateStyle {
  std::string_view title;
  Colour ground;
  Colour border;
  bool emblem = true;
};

// The empty sheet with its title.
[[nodiscard]] Document certificate(double dpi, const CertificateStyle& style, Random& random);

// 统一社会信用代码 and the code, centred under the title.
void code_under_title(Document& document, const Organisation& holder, Random& random);

// 有效期 自2020年01月01日 至2025年01月01日
[[nodiscard]] std::string validity(Date from, int years);

// Registrar, date of issue, and its seal over both.
void issued_by(Document& document, const Organisation& holder, std::string_view label,
               Random& random);

}  // namespace vermilion::samples::documents
