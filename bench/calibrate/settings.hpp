#pragma once

#include "bench/calibrate/scans.hpp"

#include <cstdint>
#include <vector>

namespace vermilion::calibrate {

struct Settings {
  int pages = 60;                   // drawn for each threshold; sound ones are four times as many
  std::uint64_t seed = 40'000'000;  // nothing was trained on or tuned to what follows this one
  std::vector<RealScan> real;
};

}  // namespace vermilion::calibrate
