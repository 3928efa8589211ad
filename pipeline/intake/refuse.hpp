#pragma once

#include "pipeline/finding.hpp"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace vermilion::pipeline::intake {

// What a look at the bytes ends in when it ends early. `detail` is shown in either language: a
// marker, a chunk, a measure, no sentence.
inline tl::unexpected<Finding> refuse(FindingCode code, std::string detail) {
  Finding refusal = finding(code);
  refusal.check = "intake";
  refusal.words["detail"] = std::move(detail);
  return tl::unexpected(std::move(refusal));
}

}  // namespace vermilion::pipeline::intake
