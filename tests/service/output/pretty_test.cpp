#include "tests/support/outputs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::service::output {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Pretty, TellsWhatWhereAndWhatToDo) {
  EXPECT_EQ(tests::written("pretty", tests::example_outcomes()), R"(✓ 接受  scans/accepted.jpg
  1654×2339 · 200 dpi · 代码 91360000625912173B · 印章 1 · 二维码 0

! 需人工  扫描/faint seal.jpg
  1654×2339 · 200 dpi
  待核 SEAL_FAINT  印章颜色太淡：浓度 0.20，应不低于 0.35。
       测得 0.20，界限 0.35，规则 housing/business_licence/seal，位置 1000,1700 320×310
       改正：请重新蘸印泥，均匀用力盖章后扫描。
  提示 IMG_TURNED  页面顺时针转 90 度才正，查看时已自动转正。
       测得 90 deg
       改正：无需处理；下次请按正方向扫描。

✗ 退回  no_seal.png
  1654×2339 · 200 dpi
  必改 SEAL_NONE  没有找到单位公章。
       测得 0，界限 1
       改正：请在空白处加盖单位公章原章，再用扫描仪以彩色模式扫描。

? 无法读取  bill.pdf
  必改 FMT_TYPE  文件不是 JPEG、PNG 或 BMP 图片（识别为：PDF）。
       改正：请用扫描仪扫描，保存为 jpeg、jpg、png、bmp 其中一种；只改扩展名不会改变格式。

? 无法读取  gone.jpg
  No such file or directory

? 无法读取  broken.jpg
  程序出错：out of memory
)");
}

TEST(Pretty, SpeaksEnglishOnDemand) {
  const auto outcomes = tests::example_outcomes();
  EXPECT_EQ(tests::written("pretty", {outcomes[0], outcomes[2], outcomes[5]},
                           {.language = rules::Language::English}),
            R"(✓ accepted  scans/accepted.jpg
  1654×2339 · 200 dpi · code 91360000625912173B · seals 1 · QR codes 0

✗ rejected  no_seal.png
  1654×2339 · 200 dpi
  must fix SEAL_NONE  The organisation's seal was not found.
       measured 0, limit 1
       remedy: Stamp the organisation's original seal on a blank area and scan in colour.

? unreadable  broken.jpg
  the program failed: out of memory
)");
}

TEST(Pretty, CodeThatOnlyTheOrderTellsIsSaidToMatch) {
  auto outcome = tests::example_outcomes().front();
  auto& facts = outcome.result->report.facts;
  facts.expected_code = {.value = facts.credit_code->value, .matches = true};
  EXPECT_THAT(tests::written("pretty", {outcome}), Not(HasSubstr("代码与订单一致")));
  facts.credit_code.reset();
  EXPECT_THAT(tests::written("pretty", {outcome}),
              HasSubstr("代码与订单一致 91360000625912173B · 印章 1"));
  facts.expected_code->matches = false;
  EXPECT_THAT(tests::written("pretty", {outcome}), Not(HasSubstr("代码")));
}

TEST(Pretty, OverlayThatWasDrawnIsNamed) {
  auto outcome = tests::example_outcomes().front();
  outcome.overlay = "drawn/accepted.overlay.jpg";
  EXPECT_THAT(tests::written("pretty", {outcome}),
              HasSubstr("  图示：drawn/accepted.overlay.jpg\n"));
}

TEST(Pretty, ColourIsThereOnDemandAndTakesNothingAway) {
  const std::string plain = tests::written("pretty", tests::example_outcomes());
  std::string coloured = tests::written("pretty", tests::example_outcomes(), {.colour = true});
  EXPECT_THAT(plain, Not(HasSubstr("\x1b")));
  EXPECT_THAT(coloured, HasSubstr("\x1b[35m"));
  for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
    coloured.erase(at, coloured.find('m', at) - at + 1);
  }
  EXPECT_EQ(coloured, plain);
}

}  // namespace
}  // namespace vermilion::service::output
