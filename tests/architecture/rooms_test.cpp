#include "tests/architecture/source_tree.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

// How the checkout is laid out: which rooms there are, that each says what it is for, and that the
// tests lie where one looks for them.
namespace vermilion::tests {
namespace {

const std::set<std::string> kRooms{"bench",   "models",  "pipeline", "rules",
                                   "samples", "service", "tests",    "workflow"};

TEST(Rooms, TopLevelHoldsTheRoomsAndTheScriptsOnly) {
  for (const std::string& folder : top_folders()) {
    EXPECT_TRUE(kRooms.contains(folder) || folder == "script")
        << folder << "/ is no room: what it holds belongs in one of "
        << joined({kRooms.begin(), kRooms.end()}, ", ");
  }
}

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

// The folders that must have a README: every room there is, and the root.
std::vector<std::string> described_folders() {
  std::vector<std::string> folders{"."};
  std::ranges::copy_if(top_folders(), std::back_inserter(folders),
                       [](const std::string& folder) { return kRooms.contains(folder); });
  return folders;
}

class RoomReadme : public testing::TestWithParam<std::string> {};

TEST_P(RoomReadme, SaysWhatTheRoomIsFor) {
  const auto readme = root() / GetParam() / "README.md";
  ASSERT_TRUE(std::filesystem::exists(readme)) << GetParam() << " has no README.md";
  EXPECT_THAT(text_of(readme), testing::HasSubstr("# ")) << readme << " has no heading";
}

INSTANTIATE_TEST_SUITE_P(, RoomReadme, testing::ValuesIn(described_folders()),
                         [](const auto& folder) {
                           return folder.param == "." ? std::string("root") : folder.param;
                         });

// Tests of several sources at once: what they are about instead.
const std::map<std::string, std::string> kTestsOfMany{
    {"rules/broken", "the broken rule files, through yaml and schema"},
    {"pipeline/hostile_files", "the table of samples/hostile, through intake and codec"},
    {"pipeline/work_of_checks", "the products of a page each check makes"},
    {"pipeline/real_files", "honest and hostile files from outside, through intake and codec"},
    {"pipeline/readers/qr_readers", "one suite for both readers of QR symbols"},
    {"pipeline/readers/tesseract_threads", "what Tesseract's own threads would do to a process"},
    {"rules/coverage", "rule files against the rows of the requirements"},
    {"rules/manual", "what the author's manual shows, against the rule files"},
    {"rules/shipped_cases", "the cases beside the projects, against their documents"},
    {"service/effects/lives", "orders between store and partners, from begin to end"},
    {"service/running/lives", "whole lives of orders over HTTP"},
    {"service/scans/over_http", "scans and forms of an order, as they are asked for"},
    {"service/document_titles", "the titles a page can have, in rules and in the pipeline"},
    {"service/server/access_matrix", "every route, asked for by everybody"},
    {"service/server/nginx", "the shipped configuration, in front of the server"},
    {"service/server/openapi", "service/openapi.yaml, against routes and problems"},
    {"service/projects/stories", "what is published, told to the last status by its own rules"},
    {"workflow/organisation/story", "the stories of accounts"},
    {"service/orders/lives", "orders over the API, by everybody whose turn it is"},
    {"service/one_more_project", "rule files nobody has seen, through check, test and inspect"},
    {"service/store/killing", "everything that keeps something, killed at random moments"},
    {"service/store/tampering", "what the owner of the database may try on the ledger"},
    {"service/shipped_cases", "the cases beside the projects, tried"},
    {"workflow/histories", "what must hold in random histories of orders and organisations"},
    {"workflow/requirements", "the rows of the requirements, against stories and tests"},
    {"workflow/scenarios", "the stories of tests/workflow/scenarios, through the whole room"},
    {"service/store/jobs/takeover", "processes killed and stopped in the middle of a job"},
    {"service/store/orders/processes", "several programs at one database, and one cut off"},
    {"service/store/orders/histories", "what must hold in random histories of stored orders"},
    {"service/shipped_samples",
     "the samples beside the program, each against what is expected of it"},
};

// "tests/rules/judge_test.cpp" -> "rules/judge"; empty for what does not test a room.
std::string subject_of(std::string_view test) {
  constexpr std::string_view kTests = "tests/";
  constexpr std::string_view kEnding = "_test.cpp";
  if (!test.starts_with(kTests) || !test.ends_with(kEnding)) return {};
  test.remove_prefix(kTests.size());
  test.remove_suffix(kEnding.size());
  return kRooms.contains(std::string(test.substr(0, test.find('/')))) ? std::string(test) : "";
}

bool exists(const std::string& path) {
  return std::ranges::find(source_files(), path, &SourceFile::path) != source_files().end();
}

TEST(Rooms, TestsMirrorTheTree) {
  int subjects = 0;
  for (const SourceFile& file : source_files()) {
    const std::string subject = subject_of(file.path);
    if (subject.empty()) continue;
    ++subjects;
    EXPECT_TRUE(exists(subject + ".hpp") || exists(subject + ".cpp") ||
                kTestsOfMany.contains(subject))
        << file.path << " tests no " << subject
        << ".{hpp,cpp}: move it where its subject lies, or say in kTestsOfMany what it is about";
  }
  EXPECT_GT(subjects, 50);
}

TEST(Rooms, TestsOfManyAreStillThereAndStillOfMany) {
  for (const auto& [subject, what] : kTestsOfMany) {
    EXPECT_TRUE(exists("tests/" + subject + "_test.cpp")) << subject;
    EXPECT_FALSE(exists(subject + ".hpp") || exists(subject + ".cpp")) << subject;
  }
}

TEST(Rooms, EveryHeaderIsReadOnce) {
  for (const SourceFile& file : source_files()) {
    if (!file.path.ends_with(".hpp")) continue;
    EXPECT_THAT(text_of(root() / file.path), testing::HasSubstr("#pragma once\n")) << file.path;
  }
}

}  // namespace
}  // namespace vermilion::tests
