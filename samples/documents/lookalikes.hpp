#pragma once

#include "samples/documents/document.hpp"

// Pictures in which neither a seal nor a credit code may be found, each close to having one.
namespace vermilion::samples::documents {

// Red headings, a red rule and a round red logo.
[[nodiscard]] Document letterhead(double dpi, const Organisation& nobody, Random random);

// A wall of red-brown bricks: red everywhere, nothing stamped.
[[nodiscard]] Document brick_wall(double dpi, const Organisation& nobody, Random random);

// Account numbers of 18 and 19 digits and a citizen ID.
[[nodiscard]] Document bank_letter(double dpi, const Organisation& nobody, Random random);

// Black and white squares on a grid without the finder patterns of a QR code.
[[nodiscard]] Document mosaic(double dpi, const Organisation& nobody, Random random);

// A menu with red ornaments in its corners and round price tags.
[[nodiscard]] Document menu(double dpi, const Organisation& nobody, Random random);

}  // namespace vermilion::samples::documents
