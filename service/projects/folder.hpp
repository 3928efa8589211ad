#pragma once

#include "service/projects/rule_set.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

namespace vermilion::service::projects {

// The rule files of a folder, cases among them; else which of them cannot be read.
[[nodiscard]] tl::expected<Files, std::string> files_in(const std::filesystem::path& folder);

}  // namespace vermilion::service::projects
