#pragma once

#include "service/projects/rule_set.hpp"

#include <string_view>

namespace vermilion::tests {

// The files of rules/, and what they mean.
[[nodiscard]] service::projects::Files shipped_files();
[[nodiscard]] service::projects::RuleSet read(service::projects::Files files);

// The same with the fees that no document names, so that everything can be ordered.
[[nodiscard]] service::projects::Files files_with_every_fee();

// With `what` in the file written otherwise; it must stand there.
[[nodiscard]] service::projects::Files changed(service::projects::Files files,
                                               const std::string& file, std::string_view what,
                                               std::string_view otherwise);

}  // namespace vermilion::tests
