#pragma once

#include "pipeline/report.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace vermilion::samples::encode {

using Bytes = std::vector<std::byte>;

// A file, and what was lost in writing it.
struct Encoded {
  Bytes bytes;
  pipeline::ImageFormat format = pipeline::ImageFormat::Jpeg;
  bool colourless = false;  // seals in it are no longer red
};

}  // namespace vermilion::samples::encode
