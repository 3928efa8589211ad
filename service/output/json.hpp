#pragma once

#include "service/output/output.hpp"

namespace vermilion::service::output {

// One JSON array of the documents of outcome_json.hpp.
[[nodiscard]] std::unique_ptr<Output> json(std::ostream& out, const Style& style);

}  // namespace vermilion::service::output
