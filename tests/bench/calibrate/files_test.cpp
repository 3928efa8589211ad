#include "bench/calibrate/files.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

namespace vermilion::calibrate {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// Values 0, 1 and 2, of which 1 is in use; of four scans three, two and one are caught.
Figure a_figure(std::string id, std::string sheet) {
  Tally caught(3);
  for (const std::vector<bool>& answers : {std::vector<bool>{true, true, true},
                                           {true, true, false},
                                           {true, false, false},
                                           {false, false, false}}) {
    caught.add(answers);
  }
  return {.id = std::move(id),
          .sheet = std::move(sheet),
          .heading = "page_straight",
          .heading_zh = "页面没有倾斜",
          .summary = "the print runs along the picture",
          .parameter = "skew_max_deg",
          .unit = "deg",
          .parameter_summary = "slope of the print at most",
          .parameter_summary_zh = "文字倾斜不超过",
          .axis = Axis(0, 2),
          .values = {0, 1, 2},
          .fallback = 1,
          .curves = {{"caught", "检出", Meaning::Wanted, caught}},
          .band = Band{caught, caught},
          .notes = {"4 scans"}};
}

std::string text_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class Files : public testing::Test {
 protected:
  Files() { std::filesystem::create_directories(folder_); }
  ~Files() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      ("curves_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(Files, EachFigureHasAPictureAndStandsOnItsSheet) {
  const std::vector figures{a_figure("one", "page"), a_figure("two", "seal")};
  write_pictures(folder_, figures);
  write_sheets(folder_, figures);
  for (const char* stem : {"one", "two", "page", "seal"}) {
    EXPECT_THAT(text_of(folder_ / (std::string(stem) + ".svg")), HasSubstr("<svg")) << stem;
    EXPECT_THAT(text_of(folder_ / (std::string(stem) + ".png")), StartsWith("\x89PNG")) << stem;
  }
}

// Cairo numbers the surfaces in an SVG by how many the program has made, so those are the same from
// run to run only.
TEST_F(Files, SameFiguresGiveTheSamePixels) {
  write_pictures(folder_, {a_figure("one", "page"), a_figure("two", "page")});
  EXPECT_EQ(text_of(folder_ / "one.png"), text_of(folder_ / "two.png"));
}

TEST_F(Files, NumbersSayHowManyOfHowManyAtEachValue) {
  write_numbers(folder_, {a_figure("one", "page")});
  EXPECT_THAT(text_of(folder_ / "curves.tsv"),
              StartsWith("figure\tunit\tvalue\tin_use\tcurve\thits\tscans\n"
                         "one\tdeg\t0\t0\tcaught\t3\t4\n"
                         "one\tdeg\t1\t1\tcaught\t2\t4\n"
                         "one\tdeg\t2\t0\tcaught\t1\t4\n"
                         "one\tdeg\t0\t0\tmildest third\t3\t4\n"));
}

TEST_F(Files, FolderThatIsNotThereIsSaid) {
  EXPECT_THROW(write_numbers(folder_ / "none", {a_figure("one", "page")}), std::runtime_error);
  EXPECT_THROW(write_pictures(folder_ / "none", {a_figure("one", "page")}), std::runtime_error);
}

TEST(Table, HasAColumnForEachCurveAndTheFiguresAtTheValueInUse) {
  EXPECT_EQ(table_of({a_figure("one", "page")}),
            "| threshold | in use | caught |\n|---|---|---|\n"
            "| `one` | 1 deg | 50 % (2 of 4) |\n");
}

TEST(Percent, HasADecimalNearTheEndsWhereScansAreManyEnough) {
  EXPECT_EQ(percent(0, 1000), "0 %");
  EXPECT_EQ(percent(4, 1000), "0.4 %");
  EXPECT_EQ(percent(500, 1000), "50 %");
  EXPECT_EQ(percent(996, 1000), "99.6 %");
  EXPECT_EQ(percent(1000, 1000), "100 %");
  EXPECT_EQ(percent(23, 24), "96 %");
  EXPECT_EQ(percent(0, 0), "0 %");
}

}  // namespace
}  // namespace vermilion::calibrate
