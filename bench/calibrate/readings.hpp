#pragma once

#include "bench/calibrate/code_readers.hpp"
#include "bench/calibrate/figure.hpp"
#include "bench/calibrate/settings.hpp"

#include <vector>

namespace vermilion::calibrate {

// For each reader of credit codes that says how sure it is: how many codes it reads right, wrong
// and not at all, against how sure it must be.
[[nodiscard]] std::vector<Figure> reading_figures(CodeReaders& readers, const Settings& settings);

}  // namespace vermilion::calibrate
