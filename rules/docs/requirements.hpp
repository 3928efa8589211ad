#pragma once

#include "rules/docs/page.hpp"
#include "rules/project.hpp"

namespace vermilion::rules::docs {

// 资料要求: what an applicant has to know before he begins, from the rules his documents will be
// checked by. Thresholds of a machine are not told: they are not what he can follow.
[[nodiscard]] Page requirements(const Project& project);

}  // namespace vermilion::rules::docs
