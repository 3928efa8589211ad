#pragma once

#include "pipeline/plan.hpp"
#include "rules/schema/check.hpp"
#include "rules/yaml/tree.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Rule files on disk. Errors are a sentence for a person.
namespace vermilion::service::commands {

inline constexpr std::string_view kCasesEnding = ".test.yaml";

// One byte more than may be is read: that much says the file is too large.
[[nodiscard]] tl::expected<rules::yaml::Source, std::string> read_rule_file(
    const std::filesystem::path& file);
[[nodiscard]] tl::expected<std::vector<rules::yaml::Source>, std::string> read_rule_files(
    const std::vector<std::filesystem::path>& files);

// All *.yaml below the folder, by path; none where there is no such folder.
[[nodiscard]] std::vector<std::filesystem::path> rule_files_in(const std::filesystem::path& folder);

// Files as they were named; folders stand for the rule files below them, of which there must be
// some.
[[nodiscard]] tl::expected<std::vector<std::filesystem::path>, std::string> rule_files_named(
    const std::vector<std::string>& paths);

// What rule files may name besides each other: these checks, and what the samples can draw.
[[nodiscard]] rules::schema::Surroundings surroundings(
    std::span<const pipeline::CheckDescription> checks);

}  // namespace vermilion::service::commands
