#pragma once

#include "pipeline/plan.hpp"
#include "rules/project.hpp"
#include "workflow/project_terms.hpp"

#include <tl/expected.hpp>

#include <map>
#include <memory>
#include <span>
#include <string>

// A set of rules: all projects and document types that hold together, as files and as what they
// mean.
namespace vermilion::service::projects {

// Texts by path below the folder of rules: "projects/yingtan_sunshine.yaml". Cases
// ("projects/yingtan_sunshine.test.yaml") are carried along and mean nothing here.
using Files = std::map<std::string, std::string>;

struct KeptProject {
  std::shared_ptr<const rules::Project> rules;
  std::shared_ptr<const workflow::ProjectTerms> terms;
};

struct RuleSet {
  std::string digest;  // SHA-256 of the files
  Files files;
  std::map<std::string, KeptProject> projects;
  // Each by itself, for what is printed and uploaded nowhere: "refund_letter".
  std::map<std::string, std::shared_ptr<const rules::DocumentType>> documents;
};

[[nodiscard]] std::string digest_of(const Files& files);

// Validated and compiled. The complaint tells every mistake at its token, in English.
[[nodiscard]] tl::expected<RuleSet, std::string> read_rule_set(
    Files files, std::span<const pipeline::CheckDescription> checks);

// Compiled only: a set that was live once is not held against what is checked today.
[[nodiscard]] tl::expected<RuleSet, std::string> compile_rule_set(Files files);

}  // namespace vermilion::service::projects
