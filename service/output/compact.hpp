#pragma once

#include "service/output/output.hpp"

namespace vermilion::service::output {

// One line per finding, as compilers write them, for editors and grep:
// "scan.jpg:120,300,400,400: BLOCK SEAL_NONE message"; "scan.jpg: ok" where there is none.
[[nodiscard]] std::unique_ptr<Output> compact(std::ostream& out, const Style& style);

}  // namespace vermilion::service::output
