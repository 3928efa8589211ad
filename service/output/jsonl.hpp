#pragma once

#include "service/output/output.hpp"

namespace vermilion::service::output {

// The same documents, one a line, each flushed as its scan is done.
[[nodiscard]] std::unique_ptr<Output> jsonl(std::ostream& out, const Style& style);

}  // namespace vermilion::service::output
