#include "samples/series.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace vermilion::samples {
namespace {

namespace fs = std::filesystem;

class Series : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = fs::path(testing::TempDir()) / ("vermilion_series_" + std::string(test->name()));
    fs::remove_all(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  static std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  fs::path folder_;
};

TEST_F(Series, EveryPictureHasItsTruthBesideIt) {
  ASSERT_TRUE(write_series(folder_, 3, 1, {.dpi = 72}));
  for (const auto* stem : {"0001", "0002", "0003"}) {
    EXPECT_GT(fs::file_size(folder_ / (std::string(stem) + ".jpg")), 10'000u);
    const auto truth =
        nlohmann::json::parse(content(folder_ / (std::string(stem) + ".truth.json")));
    EXPECT_TRUE(truth.contains("document"));
  }
}

TEST_F(Series, SameSeedWritesTheSameFiles) {
  const Wishes wishes{.further_defects_max = 2, .dpi = 72};
  ASSERT_TRUE(write_series(folder_ / "a", 4, 7, wishes));
  ASSERT_TRUE(write_series(folder_ / "b", 4, 7, wishes));
  int compared = 0;
  for (const auto& entry : fs::directory_iterator(folder_ / "a")) {
    EXPECT_EQ(content(entry.path()), content(folder_ / "b" / entry.path().filename()));
    ++compared;
  }
  EXPECT_EQ(compared, 8);
}

TEST_F(Series, FolderThatCannotBeMadeIsNamed) {
  std::ofstream(folder_) << "a file is in the way";
  const auto written = write_series(folder_ / "below", 1, 1, {.dpi = 72});
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().detail.find("below"), std::string::npos);
}

}  // namespace
}  // namespace vermilion::samples
