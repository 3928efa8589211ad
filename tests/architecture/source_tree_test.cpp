#include "tests/architecture/source_tree.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SourceTree, IncludesAreReadWithTheirBrackets) {
  EXPECT_THAT(includes_in("#pragma once\n"
                          "\n"
                          "#include \"pipeline/report.hpp\"\n"
                          "#include <png.h>\n"
                          "// #include \"rules/judge.hpp\" in a comment\n"
                          "#include <cstdio>  // with a reason behind it\n"),
              ElementsAre(Include{"pipeline/report.hpp", false}, Include{"png.h", true},
                          Include{"cstdio", true}));
}

TEST(SourceTree, WayLeadsThroughOurHeadersToTheOutsideOne) {
  const std::vector<SourceFile> files{
      {"a.hpp", {{"b.hpp", false}, {"c.hpp", false}}},
      {"b.hpp", {{"a.hpp", false}, {"vector", true}}},
      {"c.hpp", {{"d.hpp", false}}},
      {"d.hpp", {{"opencv2/core.hpp", true}}},
  };
  EXPECT_THAT(way_to("opencv2/", "a.hpp", files),
              ElementsAre("a.hpp", "c.hpp", "d.hpp", "opencv2/core.hpp"));
  EXPECT_THAT(way_to("opencv2/", "b.hpp", files),
              ElementsAre("b.hpp", "a.hpp", "c.hpp", "d.hpp", "opencv2/core.hpp"));
  EXPECT_THAT(way_to("zbar.h", "a.hpp", files), IsEmpty());
}

// A walk that found nothing would keep every test of this folder green.
TEST(SourceTree, WalkFindsThisFileAndItsIncludes) {
  const auto& files = source_files();
  const auto self =
      std::ranges::find(files, "tests/architecture/source_tree_test.cpp", &SourceFile::path);
  ASSERT_NE(self, files.end());
  EXPECT_THAT(self->includes, testing::Contains(Include{"tests/architecture/source_tree.hpp"}));
  EXPECT_GT(files.size(), 300u);
}

}  // namespace
}  // namespace vermilion::tests
