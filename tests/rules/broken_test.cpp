#include "rules/excerpt.hpp"
#include "tests/rules/schema/surroundings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

// Rule files with one mistake each, and what is said about it. With VERMILION_WRITE_GOLDEN=1 the
// *.golden files are written anew instead of compared; look at the difference before keeping it.
namespace vermilion::rules {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(VERMILION_SOURCE_DIR) / "tests/rules/broken";

// Too long to keep: made here, for the same name every time.
constexpr std::string_view kTooLarge = "file_too_large.yaml";

std::string read(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<std::string> broken_files() {
  std::vector<std::string> names{std::string(kTooLarge)};
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().filename());
  }
  std::ranges::sort(names);
  return names;
}

yaml::Source source_of(const std::string& name) {
  if (name == kTooLarge) return {name, std::string((std::size_t{1} << 20) + 1, '#')};
  return {name, read(kFolder / name)};
}

std::string told(const Mistake& mistake, const yaml::Source& source) {
  return render(mistake, source, Language::Chinese) + "\n\n" +
         render(mistake, source, Language::English) + "\n";
}

class BrokenRuleFile : public testing::TestWithParam<std::string> {};

TEST_P(BrokenRuleFile, HasOneMistakeAsTheGoldenFileTellsIt) {
  const yaml::Source source = source_of(GetParam());
  const auto mistakes = tests::mistakes_of(source);
  std::string all;
  for (const Mistake& mistake : mistakes) all += told(mistake, source);
  ASSERT_EQ(mistakes.size(), 1u) << all;
  const fs::path golden = (kFolder / GetParam()).replace_extension(".golden");
  if (std::getenv("VERMILION_WRITE_GOLDEN") != nullptr) {
    std::ofstream(golden, std::ios::binary) << all;
    GTEST_SKIP() << golden << " written";
  }
  EXPECT_EQ(all, read(golden));
}

INSTANTIATE_TEST_SUITE_P(, BrokenRuleFile, testing::ValuesIn(broken_files()), [](const auto& file) {
  return file.param.substr(0, file.param.find('.'));
});

TEST(BrokenRuleFiles, AreAHundredAndMore) {
  EXPECT_GE(broken_files().size(), 100u);
}

TEST(BrokenRuleFiles, HaveEveryMistakeThereIs) {
  std::set<MistakeCode> met;
  for (const auto& name : broken_files()) {
    for (const Mistake& mistake : tests::mistakes_of(source_of(name))) met.insert(mistake.code);
  }
  for (const MistakeCode code : mistake_codes()) {
    if (is_warning(code)) continue;  // tests/rules/warnings_test.cpp has them
    EXPECT_TRUE(met.contains(code)) << name(code) << " has no file in tests/rules/broken";
  }
}

TEST(BrokenRuleFiles, NoGoldenFileIsLeftOver) {
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".golden") continue;
    const auto name = entry.path().stem().string() + ".yaml";
    EXPECT_TRUE(name == kTooLarge || fs::exists(kFolder / name)) << entry.path();
  }
}

TEST(BrokenRuleFiles, LeaveNoPlaceholderUnfilled) {
  for (const auto& file : broken_files()) {
    const yaml::Source source = source_of(file);
    for (const Mistake& mistake : tests::mistakes_of(source)) {
      const std::string text = told(mistake, {source.name, ""});
      for (const char* word : {"{key}", "{value}", "{name}", "{known}", "{what}", "{expected}",
                               "{found}", "{unit}", "{min}", "{max}", "{meant}", "{line}",
                               "{other}", "{character}", "{check}", "{file}", "{behind}"}) {
        EXPECT_EQ(text.find(word), std::string::npos) << file << ": " << text;
      }
    }
  }
}

}  // namespace
}  // namespace vermilion::rules
