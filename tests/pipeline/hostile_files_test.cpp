#include "samples/hostile/hostile.hpp"
#include "tests/support/outcome.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

namespace vermilion::samples::hostile {
namespace {

const std::filesystem::path kRoom = std::filesystem::path(VERMILION_SOURCE_DIR) / "samples/hostile";

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" `");
  const auto last = text.find_last_not_of(" `");
  return first == text.npos ? "" : std::string(text.substr(first, last - first + 1));
}

// The table of README.md: file to code.
std::map<std::string, std::string> expected_codes() {
  std::map<std::string, std::string> expected;
  std::ifstream readme(kRoom / "README.md");
  for (std::string line; std::getline(readme, line);) {
    if (!line.starts_with("| `")) continue;
    std::istringstream cells(line.substr(1));
    std::string file, what, code;
    std::getline(cells, file, '|');
    std::getline(cells, what, '|');
    std::getline(cells, code, '|');
    expected[trimmed(file)] = trimmed(code);
  }
  return expected;
}

Bytes read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(HostileFiles, EachIsAnsweredWithTheCodeOfTheTable) {
  const auto expected = expected_codes();
  ASSERT_GT(expected.size(), 90u);
  for (const auto& [file, code] : expected) {
    const auto outcome = tests::look_at(read(kRoom / "files" / file), file);
    EXPECT_EQ(outcome.codes(), code) << file;
    const bool is_refused = code != "-" && code != "FMT_MISMATCH";
    EXPECT_EQ(outcome.readable(), !is_refused) << file;
  }
}

TEST(HostileFiles, TableAndFolderNameTheSameFiles) {
  std::set<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(kRoom / "files")) {
    files.insert(entry.path().filename());
  }
  std::set<std::string> rows;
  for (const auto& [file, code] : expected_codes()) rows.insert(file);
  EXPECT_EQ(files, rows);
}

TEST(HostileFiles, ProgramMakesTheCommittedBytes) {
  const auto made = hostile_files();
  EXPECT_EQ(made.size(), expected_codes().size());
  for (const File& file : made) {
    EXPECT_EQ(file.bytes, read(kRoom / "files" / file.name)) << file.name;
  }
}

TEST(HostileFiles, RefusalsNameTheCheckAndFillTheMessage) {
  for (const File& file : hostile_files()) {
    for (const auto& finding : tests::look_at(file.bytes, file.name).findings) {
      EXPECT_TRUE(finding.check == "intake" || finding.check == "decode") << file.name;
      const bool is_about_pixels = name(finding.code).starts_with("IMG");
      if (is_about_pixels) {
        EXPECT_NE(finding.words.at("detail"), "") << file.name;
      }
      if (finding.code == pipeline::FindingCode::FmtType) {
        EXPECT_NE(finding.words.at("detected"), "") << file.name;
      }
    }
  }
}

}  // namespace
}  // namespace vermilion::samples::hostile
