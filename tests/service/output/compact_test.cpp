#include "tests/support/outputs.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::output {
namespace {

TEST(Compact, IsALinePerFinding) {
  EXPECT_EQ(tests::written("compact", tests::example_outcomes()),
            R"(scans/accepted.jpg: ok
扫描/faint seal.jpg:1000,1700,320,310: WARN SEAL_FAINT 印章颜色太淡：浓度 0.20，应不低于 0.35。 [housing/business_licence/seal]
扫描/faint seal.jpg: NOTE IMG_TURNED 页面顺时针转 90 度才正，查看时已自动转正。
no_seal.png: BLOCK SEAL_NONE 没有找到单位公章。
bill.pdf: BLOCK FMT_TYPE 文件不是 JPEG、PNG 或 BMP 图片（识别为：PDF）。
gone.jpg: ERROR No such file or directory
broken.jpg: ERROR out of memory
)");
}

TEST(Compact, SpeaksEnglishOnDemand) {
  const auto outcomes = tests::example_outcomes();
  EXPECT_EQ(tests::written("compact", {outcomes[2]}, {.language = rules::Language::English}),
            "no_seal.png: BLOCK SEAL_NONE The organisation's seal was not found.\n");
}

TEST(Compact, NameWithALineFeedStaysOneLine) {
  EXPECT_EQ(tests::written("compact", {tests::reviewed(tests::a_readable_report("a\nb.jpg"))}),
            "a\uFFFDb.jpg: ok\n");
}

}  // namespace
}  // namespace vermilion::service::output
