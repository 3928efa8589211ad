#pragma once

#include <string>
#include <string_view>

namespace vermilion::service::workers {

// How a scan is to be drawn anew.
struct Drawing {
  int turned_deg = 0;  // clockwise: 0, 90, 180, 270
  int width = 0;       // at most; 0: as wide as it is

  friend bool operator==(const Drawing&, const Drawing&) = default;
};

[[nodiscard]] std::string drawing_text(const Drawing& drawing);

// What drawing_text() wrote; throws where it was not.
[[nodiscard]] Drawing drawing_of(std::string_view text);

}  // namespace vermilion::service::workers
