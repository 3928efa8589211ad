#include "samples/canvas.hpp"

#include "samples/picture.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace vermilion::samples {
namespace {

TEST(Canvas, HoldsTheSheetAtItsDensity) {
  const Picture page = picture_of(Canvas::paper(kA4Portrait, 200));
  EXPECT_EQ(page.size(), cv::Size(1654, 2339));
  EXPECT_EQ(page(0, 0), cv::Vec3b(255, 255, 255));
  EXPECT_EQ(page(2338, 1653), cv::Vec3b(255, 255, 255));
}

TEST(Canvas, TextsInkIsWithinTheBoxItReturns) {
  for (const double dpi : {100.0, 300.0}) {
    Canvas canvas = Canvas::paper({80, 30}, dpi);
    const Rect box = canvas.text({10, 18}, "统一社会信用代码 91AB", {.size_mm = 5});
    const Picture page = picture_of(canvas);
    const double px = dpi / 25.4;
    int inked = 0;
    for (int y = 0; y < page.rows; ++y) {
      for (int x = 0; x < page.cols; ++x) {
        if (page(y, x)[0] > 200) continue;
        ++inked;
        EXPECT_GE(x + 1.5, box.x * px);
        EXPECT_LE(x - 0.5, box.right() * px);
        EXPECT_GE(y + 1.5, box.y * px);
        EXPECT_LE(y - 0.5, box.bottom() * px);
      }
    }
    EXPECT_GT(inked, 100);
  }
}

TEST(Canvas, BoxesDoNotDependOnTheDensity) {
  Canvas coarse = Canvas::paper({80, 30}, 72);
  Canvas fine = Canvas::paper({80, 30}, 600);
  const Font font{.size_mm = 4, .spacing_mm = 0.3};
  const Rect a = coarse.text({10, 18}, "91369999MA0140544D", font);
  const Rect b = fine.text({10, 18}, "91369999MA0140544D", font);
  EXPECT_NEAR(a.width, b.width, 0.02);
  EXPECT_NEAR(a.height, b.height, 0.02);
}

TEST(Canvas, AlignedTextEndsWhereItShould) {
  Canvas canvas = Canvas::paper({80, 30}, 200);
  const Font font{.size_mm = 4};
  const Rect left = canvas.text({40, 10}, "国国国", font);
  const Rect centre = canvas.text({40, 10}, "国国国", font, kBlack, Align::Centre);
  const Rect right = canvas.text({40, 10}, "国国国", font, kBlack, Align::Right);
  EXPECT_NEAR(centre.x, left.x - 6, 0.01);
  EXPECT_NEAR(right.x, left.x - 12, 0.01);
}

TEST(Canvas, ParagraphGrowsWithItsText) {
  Canvas canvas = Canvas::paper({80, 60}, 100);
  const Font font{.size_mm = 4};
  const Rect one = canvas.paragraph({10, 5}, 50, "软件开发", font, 1);
  const Rect many = canvas.paragraph(
      {10, 5}, 50, "软件开发、信息系统集成服务、技术咨询、建筑材料销售、办公设备销售", font, 1);
  EXPECT_GT(many.height, one.height * 2);
}

// In a process of its own: fontconfig reads its configuration once.
TEST(CanvasDeathTest, MissingFontIsNamedWithItsPackage) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const std::string no_fonts = testing::TempDir() + "/vermilion_no_fonts.conf";
  std::ofstream(no_fonts) << "<?xml version=\"1.0\"?><fontconfig></fontconfig>";
  const auto draw = [&] {
    setenv("FONTCONFIG_FILE", no_fonts.c_str(), 1);
    try {
      Canvas::paper({10, 10}, 72);
    } catch (const MissingFont& missing) {
      std::fputs(missing.what(), stderr);
      std::_Exit(3);
    }
    std::_Exit(0);
  };
  EXPECT_EXIT(draw(), testing::ExitedWithCode(3), "fonts-noto-cjk");
}

}  // namespace
}  // namespace vermilion::samples
