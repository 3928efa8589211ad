#pragma once

#include "service/output/output.hpp"

namespace vermilion::service::output {

// For people at a terminal: the verdict, what was recognised, and per finding its code, text,
// measurement, place and remedy.
[[nodiscard]] std::unique_ptr<Output> pretty(std::ostream& out, const Style& style);

}  // namespace vermilion::service::output
