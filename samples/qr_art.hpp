#pragma once

#include "samples/canvas.hpp"

#include <string>

namespace vermilion::samples {

// Draws the text as a QR code (error correction M) that fills the square, without a quiet zone.
void draw_qr(Canvas& canvas, const Rect& square, const std::string& text, Colour colour = kBlack);

}  // namespace vermilion::samples
