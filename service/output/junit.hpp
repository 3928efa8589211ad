#pragma once

#include "service/output/output.hpp"

namespace vermilion::service::output {

// JUnit's XML, for the test pages of CI servers: a case per scan, a failure per finding that warns
// or blocks, an error for an input without a report.
[[nodiscard]] std::unique_ptr<Output> junit(std::ostream& out, const Style& style);

}  // namespace vermilion::service::output
