#include "tests/rules/requirement_rows.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// What the source documents ask for is held by a rule that cites it, or is written down as
// somebody else's matter.
namespace vermilion::tests {
namespace {

namespace fs = std::filesystem;

struct Citation {
  std::string file;
  char document;    // '3' of S3
  std::string row;  // "4.12"
};

std::vector<fs::path> rule_files() {
  std::vector<fs::path> files;
  for (const char* folder : {"rules/documents", "rules/projects"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(VERMILION_SOURCE_DIR) / folder)) {
      const std::string name = entry.path().filename().string();
      if (name.ends_with(".yaml") && !name.ends_with(".test.yaml")) files.push_back(entry.path());
    }
  }
  return files;
}

// Without its comments: a row mentioned in one is not held by anything.
std::string rules_of(const fs::path& path) {
  std::ifstream file(path);
  std::string text;
  for (std::string line; std::getline(file, line);) {
    if (line.find_first_not_of(' ') != line.find('#')) text += line + "\n";
  }
  return text;
}

std::vector<Citation> citations_in(const fs::path& path) {
  static const std::regex kSource(R"(\bsource: *(\[[^\]]*\]|[^\s,}]+))");
  static const std::regex kRow(R"(S(\d)/(\d+\.\d+))");
  const std::string text = rules_of(path);
  std::vector<Citation> citations;
  for (std::sregex_iterator source(text.begin(), text.end(), kSource), end; source != end;
       ++source) {
    const std::string named = (*source)[1];
    for (std::sregex_iterator row(named.begin(), named.end(), kRow); row != end; ++row) {
      citations.push_back({path.filename().string(), (*row)[1].str()[0], (*row)[2]});
    }
  }
  return citations;
}

std::vector<Citation> citations() {
  std::vector<Citation> all;
  for (const auto& path : rule_files()) {
    auto some = citations_in(path);
    all.insert(all.end(), std::make_move_iterator(some.begin()),
               std::make_move_iterator(some.end()));
  }
  return all;
}

std::set<std::string> rows_cited() {
  std::set<std::string> rows;
  for (const Citation& citation : citations()) rows.insert(citation.row);
  return rows;
}

std::set<std::string> rows_excused() {
  std::set<std::string> rows;
  for (const UnruledRow& each : unruled_rows()) rows.emplace(each.row);
  return rows;
}

TEST(Coverage, EveryRowIsHeldByARuleOrSaysWhyNot) {
  const auto cited = rows_cited();
  const auto excused = rows_excused();
  for (const std::string& row : requirement_rows()) {
    EXPECT_TRUE(cited.contains(row) || excused.contains(row))
        << row << " is cited by no rule; cite it or say in requirement_rows.cpp whose matter it is";
  }
}

TEST(Coverage, EveryCitationIsARowOfItsDocument) {
  const auto rows = requirement_rows();
  const std::set<std::string> known(rows.begin(), rows.end());
  for (const Citation& citation : citations()) {
    EXPECT_TRUE(known.contains(citation.row)) << citation.file << " cites row " << citation.row;
    EXPECT_EQ(citation.row.front(), citation.document + 1)
        << citation.file << " cites row " << citation.row << " as of S" << citation.document;
  }
}

TEST(Coverage, NoExcuseIsOutOfDate) {
  const auto rows = requirement_rows();
  const std::set<std::string> known(rows.begin(), rows.end());
  const auto cited = rows_cited();
  std::set<std::string_view> seen;
  for (const UnruledRow& each : unruled_rows()) {
    EXPECT_TRUE(known.contains(std::string(each.row))) << each.row;
    EXPECT_FALSE(cited.contains(std::string(each.row))) << each.row << " is held by a rule now";
    EXPECT_TRUE(seen.insert(each.row).second) << each.row << " is excused twice";
    EXPECT_THAT(each.reason, testing::Not(testing::IsEmpty())) << each.row;
  }
}

// Every rule, slot, operation and the like says where it comes from.
TEST(Coverage, EveryRuleCitesItsSource) {
  static const std::regex kItem(R"(^ *- (\{)?(rule|slot): (\w+))");
  for (const auto& path : rule_files()) {
    std::istringstream text(rules_of(path));
    std::string open;  // the rule whose source has not come yet
    for (std::string line; std::getline(text, line);) {
      std::smatch item;
      if (std::regex_search(line, item, kItem)) {
        EXPECT_THAT(open, testing::IsEmpty()) << path.filename() << " gives no source";
        open = item[3];
      }
      // Rules that only change a text of a shared document keep that document's source.
      const bool overriding = path.parent_path().filename() == "projects";
      if (line.find("source:") != std::string::npos ||
          (overriding && line.find("applicant:") != std::string::npos)) {
        open.clear();
      }
    }
    EXPECT_THAT(open, testing::IsEmpty()) << path.filename() << " gives no source";
  }
}

}  // namespace
}  // namespace vermilion::tests
