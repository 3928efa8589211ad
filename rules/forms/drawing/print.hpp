#pragma once

#include "rules/error.hpp"
#include "rules/forms/fill.hpp"

#include <cstdint>
#include <string>
#include <vector>

// A filled form on paper: as a file to print, or as pixels.
namespace vermilion::rules::forms::drawing {

// Vector PDF, A4; the same form and code give the same bytes. Fails where something of it could
// not be printed, and says what.
[[nodiscard]] Result<std::string> pdf(const FilledForm& form, const std::string& payload);

// 0 black … 255 white, row by row.
struct Raster {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> grey;
};

[[nodiscard]] Result<Raster> raster(const FilledForm& form, const std::string& payload, double dpi);

}  // namespace vermilion::rules::forms::drawing
