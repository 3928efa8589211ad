#pragma once

#include "rules/compile.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace vermilion::tests {

// Rule files written in a test. What is no YAML of ours fails the test.
rules::RuleFile rule_file(std::string id, std::string text);

struct ShippedRules {
  std::vector<rules::RuleFile> documents;
  std::vector<rules::RuleFile> projects;
};

// Those of this repository.
const ShippedRules& shipped_rules();

// The project compiled, or a failure of the test that tells every mistake.
rules::Project compiled(const rules::RuleFile& project,
                        const std::vector<rules::RuleFile>& documents);

}  // namespace vermilion::tests
