#pragma once

#include "service/commands/rule_set.hpp"
#include "service/projects/rule_set.hpp"
#include "service/review/trouble.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Rule files in memory: a folder of rules that lies nowhere.
namespace vermilion::service::authoring {

using projects::Files;

// Text by path; nothing: the file is taken away.
using Edits = std::map<std::string, std::optional<std::string>>;

// "projects/<id>.yaml", "projects/<id>.test.yaml" or "documents/<id>.yaml", ids as rules write
// them.
[[nodiscard]] bool is_rule_path(std::string_view path);

[[nodiscard]] Files edited(Files files, const Edits& edits);

[[nodiscard]] std::vector<rules::yaml::Source> sources_of(const Files& files);

// Of all files those that say something about these: document types, and the cases or the project
// of the same name. What is said of a project does not depend on other projects, and whoever types
// waits for the answer. All of them where a document type is among these.
[[nodiscard]] Files beside(const Files& these, const Files& all);

// The set they are, if there is no mistake in any of them, cases included; else every mistake, at
// "/files/<path>".
[[nodiscard]] review::Got<projects::RuleSet> sound(const Files& files);

// Projects with their cases; all of them where none is named. Of a sound set.
[[nodiscard]] std::vector<commands::AuthoredProject> authored(const projects::RuleSet& set,
                                                              const std::vector<std::string>& ids);

// As plain values, in the order of their ids.
[[nodiscard]] std::vector<rules::Project> projects_of(const projects::RuleSet& set);

}  // namespace vermilion::service::authoring
