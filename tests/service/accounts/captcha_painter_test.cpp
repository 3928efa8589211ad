#include "service/accounts/captcha_painter.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <thread>
#include <vector>

namespace vermilion::service::accounts {
namespace {

TEST(CaptchaPainter, DrawsTheSamePictureFromTheSameSeedAndAnotherFromAnother) {
  CaptchaPainter painter;
  const std::string png = painter.draw("A7KXE", 1);
  EXPECT_TRUE(png.starts_with("\x89PNG"));
  EXPECT_EQ(png, painter.draw("A7KXE", 1));
  std::set<std::string> pictures;
  for (std::uint64_t seed = 0; seed < 20; ++seed) pictures.insert(painter.draw("A7KXE", seed));
  EXPECT_EQ(pictures.size(), 20u);
  EXPECT_NE(png, painter.draw("A7KXF", 1));
}

TEST(CaptchaPainter, DrawsForManyThreads) {
  CaptchaPainter painter;
  const std::string expected = painter.draw("3479M", 7);
  std::vector<std::thread> crowd;
  for (int i = 0; i < 4; ++i) {
    crowd.emplace_back([&] { EXPECT_EQ(painter.draw("3479M", 7), expected); });
  }
  for (auto& one : crowd) one.join();
}

// To be looked at: VERMILION_CAPTCHAS names a folder.
TEST(CaptchaPainter, WritesThemWhereAPersonCanLook) {
  const char* folder = std::getenv("VERMILION_CAPTCHAS");
  if (folder == nullptr) GTEST_SKIP() << "VERMILION_CAPTCHAS names no folder";
  CaptchaPainter painter;
  for (std::uint64_t seed = 0; seed < 8; ++seed) {
    std::ofstream(std::string(folder) + "/captcha" + std::to_string(seed) + ".png")
        << painter.draw(seed % 2 == 0 ? "A7KXE" : "M34WR", seed);
  }
}

}  // namespace
}  // namespace vermilion::service::accounts
