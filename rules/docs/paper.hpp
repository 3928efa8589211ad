#pragma once

#include "rules/docs/page.hpp"
#include "rules/project.hpp"

#include <vector>

namespace vermilion::rules::docs {

// Each paper to be mailed, in its order: what it is, original or copy, when, what to mind; the last
// three may be empty.
[[nodiscard]] std::vector<std::vector<LocalText>> paper_of(const Project& project);

// The list that is printed and ticked while the papers are put together.
[[nodiscard]] Page paper_checklist(const Project& project);

}  // namespace vermilion::rules::docs
