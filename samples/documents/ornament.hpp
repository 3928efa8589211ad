#pragma once

#include "samples/canvas.hpp"

// What makes a certificate look like one.
namespace vermilion::samples::documents {

inline constexpr Colour kGold{0.62, 0.49, 0.16};
inline constexpr Colour kPaleGold{0.74, 0.68, 0.50};

// A border of interwoven waves between the rectangle and one `width` further in.
void wave_border(Canvas& page, const Rect& outer, double width, Colour colour);

// A border of meanders, as on the licences of 2014.
void meander_border(Canvas& page, const Rect& outer, double width, Colour colour);

// A ground of fine crossing waves, pale enough to write on.
void guilloche(Canvas& page, const Rect& area, Colour colour);

// Letters in gold foil, spread over a width around the centre.
Rect gilded(Canvas& page, Point at, double width, std::string_view text, const Font& font,
            double brightness);

}  // namespace vermilion::samples::documents
