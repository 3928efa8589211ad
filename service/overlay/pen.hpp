#pragma once

#include <vector>

namespace vermilion::service::overlay {

struct Colour {
  double red;
  double green;
  double blue;
  double alpha = 1;
};

struct Pen {
  Colour colour;
  double width;
  std::vector<double> dashes = {};  // empty: a solid line
};

}  // namespace vermilion::service::overlay
