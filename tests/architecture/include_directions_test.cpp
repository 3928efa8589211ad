#include "tests/architecture/source_tree.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <ostream>

// Who may know whom. The compiler does not mind an include in the wrong direction, since all
// include paths start at the root; this table does.
namespace vermilion::tests {
namespace {

struct Room {
  std::string name;
  std::vector<std::string> knows;  // files, and folders with a slash at the end
  std::string why;

  friend std::ostream& operator<<(std::ostream& out, const Room& room) { return out << room.name; }
};

const std::vector<Room>& rooms() {
  // What the pipeline is spoken to in: plain values, no image library behind them.
  static const std::vector<std::string> kVocabulary{
      "pipeline/report.hpp",        "pipeline/measurement.hpp",  "pipeline/finding.hpp",
      "pipeline/plan.hpp",          "pipeline/decide.hpp",       "pipeline/limits.hpp",
      "pipeline/seal/likeness.hpp", "pipeline/form/template.hpp"};
  const auto and_vocabulary = [](std::vector<std::string> files) {
    files.insert(files.end(), kVocabulary.begin(), kVocabulary.end());
    return files;
  };
  static const std::vector<Room> kRooms{
      {"pipeline", {"pipeline/"}, "bytes in, report out: no order, no project, no HTTP"},
      {"rules",
       and_vocabulary({"rules/", "pipeline/digest.hpp", "pipeline/credit_code/citizen_id.hpp"}),
       "plans and verdicts are made of plain values, without linking a single check"},
      {"workflow",
       {"workflow/"},
       "pure decisions about orders: no image, no YAML, no HTTP, no disk"},
      {"samples",
       and_vocabulary({"samples/", "pipeline/credit_code/credit_code.hpp",
                       "pipeline/credit_code/citizen_id.hpp"}),
       "what draws the documents must not share an eye with what reads them"},
      {"models",
       {"models/", "pipeline/", "samples/"},
       "programs that train look with the pipeline's own code, at samples"},
      {"service",
       {"service/", "pipeline/", "rules/", "workflow/", "samples/"},
       "knows everyone but the models' programs, the benchmarks and the tests"},
      {"bench",
       {"bench/", "pipeline/", "rules/", "workflow/", "samples/", "service/"},
       "measures the libraries, storage among them; the program it starts as a process"},
      {"tests",
       {"tests/", "pipeline/", "rules/", "workflow/", "samples/", "models/", "service/", "bench/"},
       "may know all"},
  };
  return kRooms;
}

bool is_known(const Room& room, std::string_view header) {
  return std::ranges::any_of(room.knows, [&](const std::string& known) {
    return known.ends_with('/') ? header.starts_with(known) : header == known;
  });
}

// "rules/judge.cpp includes pipeline/page.hpp; rules may include …: why"
std::vector<std::string> wrong_includes(const Room& room, const std::vector<SourceFile>& files) {
  std::vector<std::string> wrong;
  for (const SourceFile& file : files) {
    if (!file.path.starts_with(room.name + "/")) continue;
    for (const Include& include : file.includes) {
      if (include.outside || is_known(room, include.header)) continue;
      wrong.push_back(file.path + " includes " + include.header + "; " + room.name +
                      " may include " + joined(room.knows, ", ") + ": " + room.why);
    }
  }
  return wrong;
}

class IncludeDirections : public testing::TestWithParam<Room> {};

TEST_P(IncludeDirections, RoomIncludesOnlyWhatItMayKnow) {
  const auto wrong = wrong_includes(GetParam(), source_files());
  EXPECT_THAT(wrong, testing::IsEmpty()) << joined(wrong, "\n");
}

INSTANTIATE_TEST_SUITE_P(, IncludeDirections, testing::ValuesIn(rooms()),
                         [](const auto& room) { return room.param.name; });

TEST(IncludeDirectionsTable, WrongIncludeIsReportedWithItsReason) {
  const Room rules{"rules", {"rules/", "pipeline/report.hpp"}, "no check is linked"};
  const std::vector<SourceFile> files{
      {"rules/judge.cpp",
       {{"rules/judge.hpp"}, {"pipeline/report.hpp"}, {"pipeline/page.hpp"}, {"vector", true}}},
      {"pipeline/page.cpp", {{"pipeline/page.hpp"}}},
      {"rules/words.cpp", {{"words.hpp"}}},
  };
  EXPECT_THAT(wrong_includes(rules, files),
              testing::ElementsAre("rules/judge.cpp includes pipeline/page.hpp; rules may include "
                                   "rules/, pipeline/report.hpp: no check is linked",
                                   testing::StartsWith("rules/words.cpp includes words.hpp")));
}

TEST(IncludeDirectionsTable, EverySourceLiesInARoomOfTheTable) {
  for (const SourceFile& file : source_files()) {
    const auto room = file.path.substr(0, file.path.find('/'));
    EXPECT_NE(std::ranges::find(rooms(), room, &Room::name), rooms().end()) << file.path;
  }
}

}  // namespace
}  // namespace vermilion::tests
