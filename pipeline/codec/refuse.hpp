#pragma once

#include "pipeline/finding.hpp"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace vermilion::pipeline::codec {

// What a decoder says when it gives up. `detail` is shown in either language: a marker, a chunk, a
// measure, no sentence.
inline tl::unexpected<Finding> refuse(FindingCode code, std::string detail) {
  Finding refusal = finding(code);
  refusal.check = "decode";
  refusal.words["detail"] = std::move(detail);
  return tl::unexpected(std::move(refusal));
}

}  // namespace vermilion::pipeline::codec
