#include "pipeline/text/document_kind.hpp"

#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string>

namespace vermilion::pipeline::text {
namespace {

std::string kind_in(std::string_view text) {
  const auto title = title_in(text);
  return title ? std::string(title->kind) : "-";
}

TEST(Titles, EveryTitleNamesItsKind) {
  for (const DocumentTitle& title : document_titles()) {
    EXPECT_EQ(kind_in(title.title), title.kind) << title.title;
    EXPECT_EQ(kind_in("甲乙 " + std::string(title.title) + "\n丙丁"), title.kind) << title.title;
  }
}

TEST(Titles, TitleThatContainsAnotherStandsBeforeIt) {
  const auto titles = document_titles();
  for (auto longer = titles.begin(); longer != titles.end(); ++longer) {
    for (auto shorter = titles.begin(); shorter != longer; ++shorter) {
      EXPECT_EQ(longer->title.find(shorter->title), std::string_view::npos)
          << shorter->title << " hides " << longer->title;
    }
  }
}

struct Case {
  const char* situation;
  const char* text;
  const char* kind;
};
void PrintTo(const Case& each, std::ostream* out) {
  *out << each.situation;
}

class TitleIn : public testing::TestWithParam<Case> {};

TEST_P(TitleIn, TextNamesAKindOrNone) {
  EXPECT_EQ(kind_in(GetParam().text), GetParam().kind);
}

INSTANTIATE_TEST_SUITE_P(
    Text, TitleIn,
    testing::Values(Case{"Plain", "营业执照", "business_licence"},
                    Case{"SpacedAsLicencesSetIt", "营 业  执\n照", "business_licence"},
                    Case{"OneWrongCharacter", "营业执熙", "business_licence"},
                    Case{"OneWrongAtTheFront", "宫业执照 (副本)", "business_licence"},
                    Case{"TwoWrongCharacters", "宫业执熙", "-"},
                    Case{"OneMissingCharacter", "营业照", "-"},
                    Case{"LongerTitleAroundAShorterOne", "电子营业执照", "electronic_licence"},
                    Case{"LongTitleWithOneWrong", "事业单位法入证书", "institution_certificate"},
                    Case{"NumberOfAnIdCard", "公民身份号码 110105", "id_card"},
                    Case{"Nothing", "", "-"}, Case{"Latin", "BUSINESS LICENCE", "-"},
                    Case{"OtherChinese", "关于进一步加强管理的通知", "-"},
                    Case{"CutCharacter", "\xE8\x90", "-"}, Case{"Bytes", "\xFF\xFE\x80", "-"}),
    [](const auto& each) { return each.param.situation; });

TEST(TitleIn, ExactTitleBeatsANearerMissOfALongerOne) {
  // One character off 授权委托书 stands above the title that is really there.
  EXPECT_EQ(kind_in("授权委托人 营业执照"), "business_licence");
}

readers::TesseractReader& chinese() {
  static readers::TesseractReader reader(readers::TesseractReader::Language::Chinese);
  return reader;
}

TEST(DocumentKindOf, SamplesAreToldByTheirTitle) {
  using samples::DocumentKind;
  const std::pair<DocumentKind, const char*> documents[]{
      {DocumentKind::BusinessLicence2019, "business_licence"},
      {DocumentKind::AuthorisationLetter, "authorisation_letter"},
      {DocumentKind::SealSheet, "seal_sheet"}};
  for (const auto& [document, kind] : documents) {
    const auto page = tests::page_of(samples::make({.document = document, .dpi = 150, .seed = 1}));
    const auto fact = document_kind_of(page.pyramid, chinese());
    ASSERT_TRUE(fact) << kind;
    EXPECT_EQ(fact->kind, kind);
    EXPECT_EQ(fact->box.width, page.pyramid.luma(0).cols);
    EXPECT_LE(fact->box.height, page.pyramid.luma(0).rows);
  }
}

TEST(DocumentKindOf, PageWithoutATitleHasNone) {
  const auto page = tests::page_of(cv::Mat1b(877, 620, uchar{245}));
  EXPECT_FALSE(document_kind_of(page.pyramid, chinese()));
  const auto tiny = tests::page_of(cv::Mat1b(16, 16, uchar{245}));
  EXPECT_FALSE(document_kind_of(tiny.pyramid, chinese()));
}

}  // namespace
}  // namespace vermilion::pipeline::text
