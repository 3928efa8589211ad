#pragma once

#include <array>
#include <string_view>

namespace vermilion::speed {

// The products an inspection accounts for (pipeline/inspect.cpp, pipeline/page.cpp), in the order
// of the work. A row each; a report that names another one is an error, so that none goes unseen.
inline constexpr std::array<std::string_view, 30> kStages{
    "digest",        "intake",         "decode",
    "page area",     "pyramid",        "light",
    "lines",         "turn",           "turning",
    "capture",       "cut edges",      "skew",
    "seals",         "grey seals",     "seal measures",
    "sharpness",     "resampling",     "qr",
    "qr region",     "qr region 2x",   "qr region 3x",
    "qr small page", "qr page",        "qr zbar",
    "credit code",   "trained reader", "tesseract",
    "expected code", "other document", "document kind"};

}  // namespace vermilion::speed
