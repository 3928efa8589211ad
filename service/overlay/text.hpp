#pragma once

#include "service/overlay/placement.hpp"

#include <pango/pango.h>

#include <memory>
#include <string_view>

namespace vermilion::service::overlay {

struct Type {
  double size_px;
  bool bold = false;
};

// Text set in Noto Sans CJK (or what the system has in its place), measured before it is drawn.
class Text {
 public:
  // Breaks into lines where it is wider than `width_px`; zero never breaks.
  Text(std::string_view utf8, const Type& type, double width_px = 0);

  // On one line of that width, with the middle left out where it is longer: for file names, whose
  // end tells as much as their beginning.
  static Text shortened(std::string_view utf8, const Type& type, double width_px);

  [[nodiscard]] Size size() const;
  [[nodiscard]] int lines() const;

 private:
  friend class Canvas;

  struct Release {
    void operator()(PangoLayout* layout) const;
  };

  std::unique_ptr<PangoLayout, Release> layout_;
};

}  // namespace vermilion::service::overlay
