#pragma once

#include "pipeline/plan.hpp"
#include "rules/cases.hpp"
#include "rules/language.hpp"
#include "rules/project.hpp"
#include "rules/yaml/tree.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Projects as their files say them: read, validated, compiled.
namespace vermilion::service::commands {

// The cases beside a project.
struct CasesFile {
  rules::yaml::Source source;
  std::vector<rules::Case> cases;
};

struct AuthoredProject {
  rules::Project project;
  rules::yaml::Source source;
  std::optional<CasesFile> cases;  // absent: not asked for, or no such file
};

enum class Cases : bool { LeaveAlone, Read };

// The compiled projects of these files, with the document types of the folder. The complaint tells
// every mistake at its token.
[[nodiscard]] tl::expected<std::vector<AuthoredProject>, std::string> authored_projects(
    const std::filesystem::path& folder, const std::vector<std::filesystem::path>& projects,
    Cases cases, std::span<const pipeline::CheckDescription> checks, rules::Language language);

// A set of rules as it is named on the command line: a folder with `projects` and `documents`, or
// the file of one project, whose document types lie in ../documents, else in `rules_at_hand`.
[[nodiscard]] tl::expected<std::vector<rules::Project>, std::string> rule_set(
    const std::filesystem::path& path, const std::filesystem::path& rules_at_hand,
    std::span<const pipeline::CheckDescription> checks, rules::Language language);

// The type of `documents/<id>.yaml` by itself: what is printed for an order and uploaded nowhere.
[[nodiscard]] tl::expected<rules::DocumentType, std::string> document_rules(
    const std::filesystem::path& folder, std::string_view id,
    std::span<const pipeline::CheckDescription> checks, rules::Language language);

// "fair" of `projects/fair.yaml` of the folder, sorted; cases (*.test.yaml) are no projects.
[[nodiscard]] std::vector<std::string> project_ids(const std::filesystem::path& folder);

// Where the project of this id is written. The complaint names the nearest, or those there are.
[[nodiscard]] tl::expected<std::filesystem::path, std::string> project_file(
    const std::filesystem::path& folder, std::string_view id);

}  // namespace vermilion::service::commands
