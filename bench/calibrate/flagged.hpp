#pragma once

#include "bench/calibrate/figure.hpp"
#include "bench/calibrate/settings.hpp"
#include "pipeline/inspect.hpp"

#include <vector>

namespace vermilion::calibrate {

// For each threshold of each check: the share of scans it flags, of those with the defect, of those
// without any, and of real ones.
[[nodiscard]] std::vector<Figure> threshold_figures(pipeline::Inspector& inspector,
                                                    const Settings& settings);

}  // namespace vermilion::calibrate
