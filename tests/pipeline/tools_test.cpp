#include "pipeline/tools.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

namespace vermilion::pipeline {
namespace {

namespace fs = std::filesystem;

const fs::path kModels = fs::path(VERMILION_SOURCE_DIR) / "models";

// A copy of the models that a test may spoil.
class ToolsOfACopy : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    for (const auto& entry : fs::directory_iterator(kModels)) {
      if (entry.is_regular_file()) fs::copy_file(entry.path(), folder_ / entry.path().filename());
    }
  }
  void TearDown() override { fs::remove_all(folder_); }

  fs::path folder_;
};

TEST(Tools, AreReadFromTheFolderOfTheModels) {
  EXPECT_TRUE(tools_in(kModels));
}

TEST(Tools, FolderThatIsNotThereIsMissing) {
  const auto tools = tools_in(kModels / "nowhere");
  ASSERT_FALSE(tools);
  EXPECT_EQ(tools.error().kind, ErrorKind::ModelMissing);
}

TEST_F(ToolsOfACopy, NeedEveryModel) {
  for (const char* file : {"turn.bin", "glyphs.bin", "code_localiser.onnx", "code_reader.onnx"}) {
    fs::rename(folder_ / file, folder_ / "aside");
    const auto tools = tools_in(folder_);
    ASSERT_FALSE(tools) << file;
    EXPECT_EQ(tools.error().kind, ErrorKind::ModelMissing) << file;
    EXPECT_NE(tools.error().detail.find(file), std::string::npos) << tools.error().detail;
    fs::rename(folder_ / "aside", folder_ / file);
  }
  EXPECT_TRUE(tools_in(folder_));
}

TEST_F(ToolsOfACopy, RefuseAModelThatWasChanged) {
  std::ofstream(folder_ / "glyphs.bin", std::ios::app) << 'x';
  const auto tools = tools_in(folder_);
  ASSERT_FALSE(tools);
  EXPECT_EQ(tools.error().kind, ErrorKind::ModelDamaged);
}

}  // namespace
}  // namespace vermilion::pipeline
