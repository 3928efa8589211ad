#pragma once

#include "pipeline/plan.hpp"
#include "rules/language.hpp"
#include "rules/project.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::commands {

// Reads, validates and compiles `projects/<id>.yaml` of the folder with the document types beside
// it. The complaint tells every mistake at its token, or which projects there are.
[[nodiscard]] tl::expected<rules::Project, std::string> project_rules(
    const std::filesystem::path& folder, std::string_view id,
    std::span<const pipeline::CheckDescription> checks, rules::Language language);

}  // namespace vermilion::service::commands
