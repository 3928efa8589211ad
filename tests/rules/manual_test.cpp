#include "rules/yaml/parse.hpp"
#include "tests/rules/rule_files.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

// The author's manual shows rule files as they may be written, and names every project.
namespace vermilion::tests {
namespace {

std::string manual() {
  std::ifstream in(std::filesystem::path(VERMILION_SOURCE_DIR) / "rules/README.md",
                   std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> yaml_shown() {
  static const std::regex kBlock("```yaml\n([^`]*)```");
  const std::string text = manual();
  std::vector<std::string> blocks;
  for (std::sregex_iterator block(text.begin(), text.end(), kBlock), end; block != end; ++block) {
    blocks.push_back((*block)[1]);
  }
  return blocks;
}

TEST(Manual, WhatItShowsIsYamlOfOurs) {
  const auto blocks = yaml_shown();
  EXPECT_GE(blocks.size(), 3U);
  for (const std::string& block : blocks) rule_file("README", block);
}

TEST(Manual, EveryProjectIsListed) {
  const std::string text = manual();
  for (const auto& project : shipped_rules().projects) {
    EXPECT_THAT(text, testing::HasSubstr("`" + project.id + "`"));
  }
}

// The project it goes through has the fees of the file it is cut from.
TEST(Manual, FeesAreThoseOfTheProjects) {
  const std::string text = manual();
  for (const auto& file : shipped_rules().projects) {
    if (file.id != "yingtan_sunshine") continue;
    const auto project = compiled(file, shipped_rules().documents);
    for (const auto& variant : find_operation(project, "new")->variants) {
      EXPECT_THAT(text, testing::ContainsRegex(variant.id + ": .*fee: " +
                                               std::to_string(variant.fee_fen.value_or(0))));
    }
  }
}

}  // namespace
}  // namespace vermilion::tests
