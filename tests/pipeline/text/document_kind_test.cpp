#include "pipeline/text/document_kind.hpp"

#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <set>
#include <string>
#include <utility>

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

// What is read of a page, and the page.
struct Seen {
  explicit Seen(tests::DrawnPage drawn)
      : page(std::move(drawn)), rows(page.pyramid, page.lines, chinese()) {}
  Seen(samples::DocumentKind document, std::uint64_t seed)
      : Seen(tests::page_of(samples::make({.document = document, .dpi = 150, .seed = seed}))) {}

  std::string quickly_as(std::string_view expected) {
    const auto title = expected_title(titled(), expected);
    return title ? std::string(title->title) : "-";
  }
  std::string kind_as(std::string_view expected) {
    const auto fact = document_kind_of(titled(), expected);
    return fact ? fact->kind : "-";
  }
  Titled titled() { return {page.pyramid, page.lines, rows, chinese()}; }

  tests::DrawnPage page;
  RowReader rows;
};

using samples::DocumentKind;

constexpr std::pair<DocumentKind, const char*> kDocuments[]{
    {DocumentKind::BusinessLicence2014, "business_licence"},
    {DocumentKind::BusinessLicence2019, "business_licence"},
    {DocumentKind::ElectronicLicence, "electronic_licence"},
    {DocumentKind::AuthorisationLetter, "authorisation_letter"},
    {DocumentKind::SealSheet, "seal_sheet"}};

TEST(ExpectedTitle, IsFoundInLargeCharacters) {
  for (const auto& [document, kind] : kDocuments) {
    EXPECT_NE(Seen(document, 1).quickly_as(kind), "-") << kind;
  }
}

TEST(ExpectedTitle, IsFoundOnNoOtherDocument) {
  for (const auto& [document, kind] : kDocuments) {
    Seen seen(document, 2);
    for (const DocumentTitle& title : document_titles()) {
      if (title.kind == kind) continue;
      EXPECT_EQ(seen.quickly_as(title.kind), "-") << kind << " as " << title.kind;
    }
  }
}

// 电子营业执照 stands small above 营业执照 in large characters.
TEST(ExpectedTitle, LargeTitleUnderALongerOneIsNotTaken) {
  for (const std::uint64_t seed : {3, 4, 5}) {
    Seen seen(DocumentKind::ElectronicLicence, seed);
    EXPECT_EQ(seen.quickly_as("business_licence"), "-") << seed;
    EXPECT_EQ(seen.kind_as("business_licence"), "electronic_licence") << seed;
  }
}

TEST(DocumentKindOf, SamplesAreToldByTheirTitleWhateverIsExpected) {
  for (const auto& [document, kind] : kDocuments) {
    Seen seen(document, 1);
    const auto fact = document_kind_of(seen.titled(), "id_card");
    ASSERT_TRUE(fact) << kind;
    EXPECT_EQ(fact->kind, kind);
    EXPECT_EQ(seen.kind_as(kind), kind);
    EXPECT_EQ(fact->box.width, seen.page.pyramid.luma(0).cols);
    EXPECT_LE(fact->box.height, seen.page.pyramid.luma(0).rows);
  }
}

TEST(DocumentKindOf, PageWithoutATitleHasNone) {
  EXPECT_EQ(Seen(tests::page_of(cv::Mat1b(877, 620, uchar{245}))).kind_as("seal_sheet"), "-");
  EXPECT_EQ(Seen(tests::page_of(cv::Mat1b(16, 16, uchar{245}))).kind_as("seal_sheet"), "-");
}

}  // namespace
}  // namespace vermilion::pipeline::text
