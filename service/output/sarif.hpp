#pragma once

#include "service/output/output.hpp"

namespace vermilion::service::output {

// SARIF 2.1.0 (OASIS), for code-scanning dashboards: finding codes are its rules, findings its
// results, unreadable inputs its tool notifications. A box is a rectangle of the result's
// attachment: the standard's regions count characters or bytes and cannot say where on a picture.
[[nodiscard]] std::unique_ptr<Output> sarif(std::ostream& out, const Style& style);

}  // namespace vermilion::service::output
