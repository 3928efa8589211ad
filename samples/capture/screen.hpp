#pragma once

#include "samples/capture/shot.hpp"
#include "samples/random.hpp"

namespace vermilion::samples::capture {

// A screenshot of a viewer that shows the picture, pixel by pixel: status bar, title bar, margins,
// buttons. Unlike a photo of a screen it is sharp and straight, but it shows more than the page.
[[nodiscard]] Shot on_screen(const Shot& shot, Random random);

}  // namespace vermilion::samples::capture
