#include "pipeline/text/fields.hpp"

#include "samples/canvas.hpp"
#include "samples/picture.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace vermilion::pipeline::text {
namespace {

constexpr const char* kName = "示例（江西）建设工程有限责任公司";

// Two fields side by side and two below, as licences set them.
tests::DrawnPage licence(const char* name, const char* person) {
  samples::Canvas sheet = samples::Canvas::paper({210, 150}, 200);
  const samples::Font font{.size_mm = 4.2};
  sheet.justified({25, 40}, 20, "名称", font);
  sheet.text({50, 40}, name, font);
  sheet.text({150, 40}, "注册资本", font);
  sheet.text({25, 55}, "法定代表人", font);
  sheet.text({52, 55}, person, font);
  sheet.text({25, 70}, "营业期限", font);
  sheet.text({50, 70}, "2015年06月01日至2035年05月31日", font);
  return tests::page_of(samples::picture_of(sheet));
}

std::optional<FieldFact> field(const tests::DrawnPage& page, std::string_view fact,
                               const std::optional<std::string>& expected) {
  static readers::TesseractReader chinese(readers::TesseractReader::Language::Chinese);
  RowReader rows(page.pyramid, page.lines, chinese);
  return field_of(rows, fact, expected);
}

TEST(Fields, NameThatStandsThereIsBorneOutAsTheOrderWritesIt) {
  const auto found = field(licence(kName, "王小明"), "organisation", kName);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->value, kName);
  EXPECT_EQ(found->expected, kName);
  EXPECT_EQ(found->score, 1);
  EXPECT_NEAR(found->box.x, 50 / 25.4 * 200, 50);
  EXPECT_NEAR(found->box.y, (40 - 4) / 25.4 * 200, 20);
}

struct Other {
  const char* situation;
  const char* expected;
};
class OtherName : public testing::TestWithParam<Other> {};

TEST_P(OtherName, IsNotBorneOutAndWhatStandsThereIsTold) {
  const auto found = field(licence(kName, "王小明"), "organisation", GetParam().expected);
  ASSERT_TRUE(found);
  EXPECT_LT(found->score, kBorneOut);
  EXPECT_NE(found->value, GetParam().expected);
  EXPECT_NE(found->value.find("建设工程"), std::string::npos) << found->value;
}

INSTANTIATE_TEST_SUITE_P(
    Name, OtherName,
    testing::Values(Other{"OneCharacterOther", "示例（江西）建筑工程有限责任公司"},
                    Other{"OneCharacterMore", "示例（江西）新建设工程有限责任公司"},
                    Other{"BranchOfIt", "示例（江西）建设工程有限责任公司分公司"},
                    Other{"EndOfIt", "建设工程有限责任公司"},
                    Other{"AnotherAltogether", "南昌市红谷滩区环球贸易商行"}),
    [](const auto& test) { return test.param.situation; });

TEST(Fields, PersonStandsBesideTheLabel) {
  const auto page = licence(kName, "王小明");
  const auto right = field(page, "legal_person", "王小明");
  ASSERT_TRUE(right);
  EXPECT_EQ(right->value, "王小明");
  EXPECT_EQ(right->score, 1);
  const auto wrong = field(page, "legal_person", "李大华");
  ASSERT_TRUE(wrong);
  EXPECT_EQ(wrong->value, "王小明");
  EXPECT_LT(wrong->score, 0.5);
}

std::optional<FieldFact> in_the_row_of_the_name(const char* printed, const char* expected) {
  static readers::TesseractReader chinese(readers::TesseractReader::Language::Chinese);
  const auto page = licence(printed, "王小明");
  RowReader rows(page.pyramid, page.lines, chinese);
  const auto named = field_of(rows, "organisation", printed);
  EXPECT_TRUE(named);
  const auto& box = named->box;
  return field_in(rows,
                  {.centre = {static_cast<float>(box.x) + static_cast<float>(box.width) / 2,
                              static_cast<float>(box.y) + static_cast<float>(box.height) / 2},
                   .length = static_cast<float>(box.width),
                   .height = static_cast<float>(box.height)},
                  expected);
}

TEST(Fields, InItsPlaceANameReadWithASlipIsBorneOut) {
  const auto found = in_the_row_of_the_name(kName, "示例（江西）建筑工程有限责任公司");
  ASSERT_TRUE(found);
  EXPECT_LT(found->score, kBorneOut);
  EXPECT_EQ(found->value, "示例（江西）建筑工程有限责任公司");
}

TEST(Fields, InItsPlaceAnotherNameIsTold) {
  const auto found = in_the_row_of_the_name(kName, "南昌市红谷滩区环球贸易商行");
  ASSERT_TRUE(found);
  EXPECT_LT(found->score, kBorneOutInPlace);
  EXPECT_NE(found->value.find("建设工程"), std::string::npos) << found->value;
}

TEST(Fields, WithoutAnExpectationWhatStandsThereIsRead) {
  const auto found = field(licence(kName, "王小明"), "valid_until", std::nullopt);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->value, "2015年06月01日至2035年05月31日");
  EXPECT_FALSE(found->expected);
}

TEST(Fields, NothingIsToldOfAPageThatHasNoSuchField) {
  EXPECT_FALSE(field(licence(kName, "王小明"), "agent", "王小明"));
  EXPECT_FALSE(field(tests::page_of(cv::Mat1b(600, 400, 250)), "organisation", kName));
}

}  // namespace
}  // namespace vermilion::pipeline::text
