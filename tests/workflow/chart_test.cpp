#include "workflow/chart.hpp"

#include "workflow/transitions.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

// What the documents of the room show is what the table says. With VERMILION_WRITE_GOLDEN=1 they
// are written anew; read the difference before keeping it.
namespace vermilion::tests {
namespace {

std::string path(const std::string& name) {
  return VERMILION_SOURCE_DIR "/workflow/" + name;
}

std::string text_of(const std::string& name) {
  std::ifstream in(path(name), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The text between the marks, which stand in Markdown comments.
void hold(const std::string& name, const std::string& begin, const std::string& end,
          const std::string& expected) {
  std::string text = text_of(name);
  const auto from = text.find(begin);
  ASSERT_NE(from, text.npos) << name << " has no " << begin;
  const auto start = from + begin.size();
  const auto to = text.find(end, start);
  ASSERT_NE(to, text.npos) << name << " has no " << end;
  if (std::getenv("VERMILION_WRITE_GOLDEN") != nullptr) {
    std::ofstream(path(name)) << text.replace(start, to - start, expected);
    return;
  }
  EXPECT_EQ(text.substr(start, to - start), expected);
}

TEST(Chart, ReadmeShowsTheTable) {
  hold("README.md", "```mermaid\n", "```", workflow::chart());
}

TEST(Chart, ReferenceListsEveryRow) {
  hold("TRANSITIONS.md", "<!-- rows -->\n", "<!-- end of rows -->", workflow::transition_table());
}

TEST(Chart, EveryStageButVoidStandsInIt) {
  for (const auto name : workflow::kStageNames) {
    if (name == "void" || name == "not_begun") continue;
    EXPECT_THAT(workflow::chart(), testing::HasSubstr("    " + std::string(name) + "\n"));
  }
}

TEST(Chart, TableHasALineForEachRow) {
  const std::string table = workflow::transition_table();
  EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(table, '\n')),
            workflow::transitions().size() + 2);
}

}  // namespace
}  // namespace vermilion::tests
