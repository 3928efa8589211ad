#pragma once

#include "service/authoring/draft.hpp"
#include "service/projects/rule_set.hpp"

#include <string>

namespace vermilion::service::authoring {

// The canonical text two persons are shown before a draft goes live: what it was begun from, each
// file with its digest, and what each project means before and after.
[[nodiscard]] std::string subject_text(const Draft& draft, const projects::RuleSet& before,
                                       const projects::RuleSet& after);

}  // namespace vermilion::service::authoring
