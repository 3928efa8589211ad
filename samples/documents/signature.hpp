#pragma once

#include "samples/documents/document.hpp"

namespace vermilion::samples::documents {

// The name written by hand, from left to right: slanted, uneven, in the blue-black of a gel pen.
Rect sign(Document& document, Point at, std::string_view name, double size_mm, Random& random);

}  // namespace vermilion::samples::documents
