#include "tests/support/outputs.hpp"

#include <expat.h>
#include <gtest/gtest.h>

#include <memory>

namespace vermilion::service::output {
namespace {

bool is_well_formed(const std::string& xml) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), XML_ParserFree);
  return XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), /*isFinal=*/1) ==
         XML_STATUS_OK;
}

TEST(Junit, IsOneSuiteWithACasePerScan) {
  EXPECT_EQ(tests::written("junit", tests::example_outcomes()),
            R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="vermilion inspect" tests="6" failures="3" errors="2" skipped="0">
  <testcase classname="scan" name="scans/accepted.jpg"/>
  <testcase classname="scan" name="扫描/faint seal.jpg">
    <failure type="SEAL_FAINT" message="印章颜色太淡：浓度 0.20，应不低于 0.35。">请重新蘸印泥，均匀用力盖章后扫描。 [housing/business_licence/seal]</failure>
    <system-out>IMG_TURNED 页面顺时针转 90 度才正，查看时已自动转正。无需处理；下次请按正方向扫描。
</system-out>
  </testcase>
  <testcase classname="scan" name="no_seal.png">
    <failure type="SEAL_NONE" message="没有找到单位公章。">请在空白处加盖单位公章原章，再用扫描仪以彩色模式扫描。</failure>
  </testcase>
  <testcase classname="scan" name="bill.pdf">
    <failure type="FMT_TYPE" message="文件不是 JPEG、PNG 或 BMP 图片（识别为：PDF）。">请用扫描仪扫描，保存为 jpeg、jpg、png、bmp 其中一种；只改扩展名不会改变格式。</failure>
  </testcase>
  <testcase classname="scan" name="gone.jpg">
    <error type="input" message="No such file or directory"/>
  </testcase>
  <testcase classname="scan" name="broken.jpg">
    <error type="internal" message="out of memory"/>
  </testcase>
</testsuite>
)");
}

TEST(Junit, IsWellFormed) {
  EXPECT_TRUE(is_well_formed(tests::written("junit", tests::example_outcomes())));
  EXPECT_TRUE(is_well_formed(tests::written("junit", {})));
  EXPECT_FALSE(is_well_formed("<testsuite><testcase></testsuite>"));
}

TEST(Junit, NamesAndTextsCannotBreakOut) {
  const auto name = tests::hostile_name();
  EXPECT_TRUE(is_well_formed(
      tests::written("junit", {tests::unreadable(name, name), tests::failed(name, "]]>")})));
  // Every byte there is, in a name.
  for (int byte = 1; byte < 256; ++byte) {
    const std::string file = std::string("a") + static_cast<char>(byte) + "b.jpg";
    EXPECT_TRUE(is_well_formed(tests::written("junit", {tests::unreadable(file, file)}))) << byte;
  }
}

}  // namespace
}  // namespace vermilion::service::output
