#pragma once

#include "rules/mistake.hpp"

#include <string_view>

// What libyaml complains of, in terms an author can act on.
namespace vermilion::rules::yaml {

struct Complaint {
  std::string_view context;  // "while scanning a quoted scalar"; may be empty
  std::size_t context_at = 0;
  std::string_view problem;  // "found unexpected end of stream"
  std::size_t problem_at = 0;
};

[[nodiscard]] Mistake mistake_of(const Complaint& complaint, std::string_view text);

}  // namespace vermilion::rules::yaml
