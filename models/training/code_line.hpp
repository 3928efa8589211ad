#pragma once

#include "models/training/random.hpp"

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <vector>

namespace vermilion::models {

// A line as the trained reader gets it, and what stands on it.
struct CodeLine {
  cv::Mat picture;                    // 8 bit, kLineRows x kLineColumns
  std::vector<std::uint8_t> classes;  // from left to right, as in pipeline/credit_code/line_net.hpp
};

// A code or what may be taken for one, with label, brackets and neighbours, printed in one of the
// installed faces, capitals 6 to 34 pixels high, askew, worn and photographed, then cut out as the
// pipeline cuts lines.
CodeLine code_line(Random& random);

}  // namespace vermilion::models
