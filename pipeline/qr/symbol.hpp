#pragma once

#include <opencv2/core/types.hpp>

#include <array>
#include <optional>
#include <string>

namespace vermilion::pipeline::qr {

struct Symbol {
  std::string text;                      // UTF-8
  std::array<cv::Point2f, 4> corners{};  // in pixels of the picture it was read in; the first is
                                         // the symbol's own upper left, then clockwise
};

// The text of a payload that does not name its encoding, if it is UTF-8 or looks like GBK, in which
// licences issued before 2019 write; nothing when it is neither.
std::optional<std::string> utf8_of(const std::string& payload);

// Opens what utf8_of() needs files for, which is kept open then.
void load_encodings();

}  // namespace vermilion::pipeline::qr
