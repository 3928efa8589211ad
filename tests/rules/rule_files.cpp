#include "tests/rules/rule_files.hpp"

#include "rules/yaml/parse.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace vermilion::tests {
namespace {

std::vector<rules::RuleFile> files_in(const std::filesystem::path& folder) {
  std::vector<rules::RuleFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const auto name = entry.path().filename().string();
    if (!name.ends_with(".yaml") || name.ends_with(".test.yaml")) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back(
        rule_file(entry.path().stem().string(), {std::istreambuf_iterator<char>(in), {}}));
  }
  std::ranges::sort(files, {}, &rules::RuleFile::id);
  return files;
}

}  // namespace

rules::RuleFile rule_file(std::string id, std::string text) {
  rules::RuleFile file{.id = id, .source = {id + ".yaml", std::move(text)}};
  auto tree = rules::yaml::parse(file.source);
  if (tree) {
    file.tree = std::move(*tree);
  } else {
    ADD_FAILURE() << file.source.name << ": " << rules::name(tree.error().code) << " at byte "
                  << tree.error().span.begin;
  }
  return file;
}

const ShippedRules& shipped_rules() {
  static const ShippedRules kRules{
      files_in(std::filesystem::path(VERMILION_SOURCE_DIR) / "rules/documents"),
      files_in(std::filesystem::path(VERMILION_SOURCE_DIR) / "rules/projects")};
  return kRules;
}

rules::Project compiled(const rules::RuleFile& project,
                        const std::vector<rules::RuleFile>& documents) {
  auto result = rules::compile(project, documents);
  if (result) return std::move(*result);
  for (const auto& [file, mistake] : result.error()) {
    std::string words;
    for (const auto& [word, value] : mistake.words) words += " " + word + "=" + value;
    ADD_FAILURE() << file << ":" << mistake.span.begin << " " << rules::name(mistake.code) << words;
  }
  return {};
}

}  // namespace vermilion::tests
