#include "tests/service/projects/shipped_rules.hpp"

#include "pipeline/checks/catalogue.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace vermilion::tests {
namespace {

using service::projects::Files;

void replace_all(std::string& text, std::string_view what, std::string_view otherwise) {
  ASSERT_NE(text.find(what), std::string::npos) << what;
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + otherwise.size())) {
    text.replace(at, what.size(), otherwise);
  }
}

}  // namespace

Files shipped_files() {
  const std::filesystem::path folder = VERMILION_SOURCE_DIR "/rules";
  Files files;
  for (const auto* part : {"projects", "documents"}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder / part)) {
      std::ostringstream text;
      text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      files[std::string(part) + "/" + entry.path().filename().string()] = text.str();
    }
  }
  return files;
}

Files changed(Files files, const std::string& file, std::string_view what,
              std::string_view otherwise) {
  replace_all(files.at(file), what, otherwise);
  return files;
}

Files files_with_every_fee() {
  auto files =
      changed(shipped_files(), "projects/yingtan_sunshine.yaml", "fee: unset", "fee: 10000");
  return changed(std::move(files), "projects/jiangxi_construction_group.yaml", "fee: unset",
                 "fee: 9000");
}

service::projects::RuleSet read(Files files) {
  auto rules = service::projects::read_rule_set(std::move(files), pipeline::check_descriptions());
  EXPECT_TRUE(rules) << rules.error();
  return rules ? std::move(*rules) : service::projects::RuleSet{};
}

}  // namespace vermilion::tests
