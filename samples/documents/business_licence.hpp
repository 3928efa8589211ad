#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// 营业执照 as issued from 2014: portrait, the code at the upper right, the QR code at the lower
// left.
[[nodiscard]] Document business_licence_2014(double dpi, const Organisation& holder, Random random);

// 营业执照 as issued from March 2019: landscape, the code at the upper left, the QR code at the
// upper right.
[[nodiscard]] Document business_licence_2019(double dpi, const Organisation& holder, Random random);

// 电子营业执照: the same licence as a picture of the registrar's application, never on paper, with
// its own mark and a watermark that says what it may be used for.
[[nodiscard]] Document electronic_licence(double dpi, const Organisation& holder, Random random);

}  // namespace vermilion::samples::documents
