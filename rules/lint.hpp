#pragma once

#include "rules/mistake.hpp"
#include "rules/schema/check.hpp"
#include "rules/yaml/tree.hpp"

#include <span>
#include <vector>

namespace vermilion::rules {

// All there is to say about rule files before they are used: the mistakes of each by itself, those
// that show when they are put together, and, where there are none at all, the warnings
// (is_warning()). By file, in their order, each by place. `beside` are files that are not looked at
// but may be referred to.
[[nodiscard]] std::vector<std::vector<Mistake>> lint(std::span<const yaml::Source> files,
                                                     std::span<const yaml::Source> beside,
                                                     const schema::Surroundings& surroundings);

}  // namespace vermilion::rules
