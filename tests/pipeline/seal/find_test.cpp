#include "pipeline/seal/find.hpp"

#include "samples/make.hpp"
#include "samples/picture.hpp"
#include "samples/seals/impression.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace vermilion::pipeline::seal {
namespace {

using samples::Copy;
using samples::DocumentKind;
using samples::Random;
using samples::seals::SealDesign;
using tests::DrawnPage;

constexpr double kDpi = 150;
constexpr double kPxPerMm = kDpi / 25.4;
constexpr std::string_view kName = "样州市墨舟测绘有限公司";
constexpr std::string_view kLongName = "样州市墨舟供应链管理有限责任公司";
constexpr std::string_view kNumber = "3699991234567";

samples::Picture blank_page() {
  return samples::Picture(cvRound(297 * kPxPerMm), cvRound(210 * kPxPerMm),
                          cv::Vec3b(248, 247, 246));
}

struct Stamped {
  DrawnPage page;
  cv::Rect2d box;  // of the seal as it was put there, in pixels
};

Stamped stamped(const SealDesign& design, double turn_deg, std::uint64_t seed,
                const samples::seals::InkColour* ink = nullptr) {
  Random random(seed);
  samples::seals::Impression impression{design,
                                        {random.uniform(35, 175), random.uniform(35, 262)},
                                        turn_deg,
                                        samples::seals::natural_stamping(random)};
  if (ink != nullptr) impression.stamping.colour = *ink;
  samples::Picture picture = blank_page();
  samples::seals::stamp(picture, kDpi, impression, random.child("stamp"));
  const auto box = samples::seals::box_of(impression);
  return {tests::page_of(picture),
          {box.x * kPxPerMm, box.y * kPxPerMm, box.width * kPxPerMm, box.height * kPxPerMm}};
}

// Within a thirtieth of its size, and never nearer than two pixels: rims are a millimetre wide.
testing::AssertionResult stands_at(const Impression& seen, const cv::Rect2d& box) {
  const cv::Rect2d found = seen.outline.bounds();
  const double slack = std::max(2.0, std::max(box.width, box.height) / 30) + kPxPerMm / 2;
  const double off =
      std::max({std::abs(found.x - box.x), std::abs(found.y - box.y),
                std::abs(found.br().x - box.br().x), std::abs(found.br().y - box.br().y)});
  if (off <= slack) return testing::AssertionSuccess();
  return testing::AssertionFailure() << found << " instead of " << box;
}

struct Kind {
  const char* name;
  SealDesign design;
  SealShape shape;
};
void PrintTo(const Kind& kind, std::ostream* out) {
  *out << kind.name;
}

std::vector<Kind> kinds() {
  using namespace samples::seals;
  const std::string name(kName);
  const std::string number(kNumber);
  return {{"Company40", company_seal(name, number, 40), SealShape::Round},
          {"Company42", company_seal(name, number, 42), SealShape::Round},
          {"Company45", company_seal(name, number, 45), SealShape::Round},
          {"Special38", special_seal(name, "财务专用章", number), SealShape::Round},
          {"Foreign", foreign_company_seal(name, number), SealShape::Oval},
          {"Invoice", invoice_seal(name, "91369999MA00000000"), SealShape::Oval},
          {"Person18", person_seal("周砚舟", 18, false), SealShape::Square},
          {"Person25", person_seal("周砚舟", 25, false), SealShape::Square},
          {"PersonReversed", person_seal("周简", 20, true), SealShape::Square}};
}

class EveryKindOfSeal : public testing::TestWithParam<Kind> {};

TEST_P(EveryKindOfSeal, IsFoundWithItsShapeAtItsPlace) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    // The second straight, as on a document that never was on paper.
    const double turn_deg = seed == 2 ? 0 : Random(seed).uniform(-20, 20);
    const Stamped page = stamped(GetParam().design, turn_deg, seed);
    const Found found = find_red(page.page.pyramid, page.page.light);
    ASSERT_EQ(found.impressions.size(), 1U) << "seed " << seed;
    EXPECT_TRUE(stands_at(found.impressions[0], page.box)) << "seed " << seed;
    EXPECT_EQ(found.impressions[0].outline.shape(), GetParam().shape) << "seed " << seed;
    EXPECT_TRUE(found.impressions[0].red);
    EXPECT_FALSE(found.emblem);
  }
}

INSTANTIATE_TEST_SUITE_P(FindRed, EveryKindOfSeal, testing::ValuesIn(kinds()),
                         [](const auto& kind) { return kind.param.name; });

// How many of forty stampings with a defect are seen, each at its place and as nothing besides.
int seen_with(double samples::seals::Stamping::*defect, double least, double most) {
  int seen = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Random random(seed);
    samples::seals::Impression impression{
        samples::seals::company_seal(std::string(kLongName), std::string(kNumber), 42),
        {random.uniform(35, 175), random.uniform(35, 262)},
        random.uniform(-20, 20),
        samples::seals::natural_stamping(random)};
    impression.stamping.*defect = random.uniform(least, most);
    samples::Picture picture = blank_page();
    samples::seals::stamp(picture, kDpi, impression, random.child("stamp"));
    const DrawnPage page = tests::page_of(picture);
    const Found found = find_red(page.pyramid, page.light);
    EXPECT_LE(found.impressions.size(), 1U) << seed;
    const auto box = samples::seals::box_of(impression);
    const cv::Rect2d on_page(box.x * kPxPerMm, box.y * kPxPerMm, box.width * kPxPerMm,
                             box.height * kPxPerMm);
    if (found.impressions.empty()) continue;
    seen += on_page.contains(cv::Point2d(found.impressions[0].outline.centre));
  }
  return seen;
}

// Its name runs together, as full as a disc.
TEST(FindRed, SealOfAStampThatMovedIsSeen) {
  EXPECT_GE(seen_with(&samples::seals::Stamping::smear_mm, 1.6, 2.5), 38);
}

TEST(FindRed, SealWithHalfItsBorderIsSeen) {
  EXPECT_GE(seen_with(&samples::seals::Stamping::rim_lost, 0.4, 0.5), 37);
}

TEST(FindRed, BlankPageHasNone) {
  const DrawnPage page = tests::page_of(blank_page());
  const Found found = find_red(page.pyramid, page.light);
  EXPECT_TRUE(found.impressions.empty());
  EXPECT_FALSE(found.emblem);
}

TEST(FindRed, GreyPictureHasNoRed) {
  const DrawnPage page = tests::page_of(tests::text_page({1240, 1754}, 24));
  EXPECT_TRUE(find_red(page.pyramid, page.light).impressions.empty());
}

class PageWithoutASeal : public testing::TestWithParam<DocumentKind> {};

TEST_P(PageWithoutASeal, GivesNone) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const DrawnPage page =
        tests::page_of(samples::make({.document = GetParam(), .dpi = 150, .seed = seed}));
    EXPECT_TRUE(find_red(page.pyramid, page.light).impressions.empty()) << seed;
  }
}

INSTANTIATE_TEST_SUITE_P(FindRed, PageWithoutASeal,
                         testing::Values(DocumentKind::LookalikeLetterhead,
                                         DocumentKind::LookalikeTexture,
                                         DocumentKind::LookalikeBankLetter,
                                         DocumentKind::LookalikeMosaic,
                                         DocumentKind::LookalikeMenu));

struct Drawn {
  const char* name;
  DocumentKind document;
  Copy copy;
};
void PrintTo(const Drawn& drawn, std::ostream* out) {
  *out << drawn.name;
}

class SealedDocument : public testing::TestWithParam<Drawn> {};

cv::Rect2d rect_of(const Box& box) {
  return {double(box.x), double(box.y), double(box.width), double(box.height)};
}

TEST_P(SealedDocument, GivesEveryRedSealOnIt) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const auto sample = samples::make(
        {.document = GetParam().document, .copy = GetParam().copy, .dpi = 150, .seed = seed});
    const DrawnPage page = tests::page_of(sample);
    const Found found = find_red(page.pyramid, page.light);
    std::size_t red = 0;
    for (const auto& seal : sample.truth.seals) {
      if (seal.colour != "red" || seal.shape == SealShape::Rectangle) continue;
      ++red;
      EXPECT_TRUE(std::ranges::any_of(
          found.impressions,
          [&](const Impression& seen) { return bool(stands_at(seen, rect_of(seal.box))); }))
          << "seed " << seed << " " << name(seal.shape) << " at " << rect_of(seal.box);
    }
    EXPECT_LE(found.impressions.size(), sample.truth.seals.size()) << seed;
    EXPECT_GT(red, 0U);
  }
}

INSTANTIATE_TEST_SUITE_P(
    FindRed, SealedDocument,
    testing::Values(
        Drawn{"Licence2019Copied", DocumentKind::BusinessLicence2019, Copy::BlackAndWhite},
        Drawn{"Licence2019Colour", DocumentKind::BusinessLicence2019, Copy::Colour},
        Drawn{"Licence2014Copied", DocumentKind::BusinessLicence2014, Copy::BlackAndWhite},
        Drawn{"SealSheet", DocumentKind::SealSheet, Copy::BlackAndWhite},
        Drawn{"Letter", DocumentKind::AuthorisationLetter, Copy::BlackAndWhite}),
    [](const auto& drawn) { return drawn.param.name; });

TEST(FindRed, GuillocheAroundThePageIsNoSeal) {
  const auto sample = samples::make(
      {.document = DocumentKind::AssociationCertificate,
       .copy = Copy::Colour,
       .dpi = 200,
       .seed = 721014,
       .defects = {{samples::Defect::SealFaded, 0.26}, {samples::Defect::RedStrip, 16.57}}});
  const DrawnPage page = tests::page_of(sample);
  for (const Impression& seen : find_red(page.pyramid, page.light).impressions) {
    EXPECT_LT(seen.outline.bounds().height, 400) << seen.outline.bounds();
  }
}

TEST(FindRed, EmblemOfALicenceIsNoSeal) {
  int emblems = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const auto sample = samples::make({.document = DocumentKind::BusinessLicence2019,
                                       .copy = Copy::Colour,
                                       .dpi = 150,
                                       .seed = seed,
                                       .defects = {{samples::Defect::SealMissing, 1}}});
    const DrawnPage page = tests::page_of(sample);
    const Found found = find_red(page.pyramid, page.light);
    ASSERT_TRUE(sample.truth.emblem);
    const cv::Rect2d emblem = rect_of(*sample.truth.emblem);
    for (const Impression& seen : found.impressions) {
      EXPECT_FALSE(emblem.contains(cv::Point2d(seen.outline.centre))) << seed;
    }
    if (!found.emblem) continue;
    ++emblems;
    EXPECT_TRUE(emblem.contains(cv::Point2d(found.emblem->centre))) << seed;
  }
  EXPECT_GE(emblems, 3);
}

// Full red where an emblem would stand.
TEST(FindRed, SquareSealCutWhiteOnRedAtTheHeadIsASealAndNoEmblem) {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    Random random(seed);
    const samples::seals::Impression impression{
        samples::seals::person_seal("周砚舟", random.uniform(18, 22), true),
        {random.uniform(85, 125), random.uniform(60, 120)},
        random.normal() * 3,
        samples::seals::natural_stamping(random)};
    samples::Picture picture = blank_page();
    samples::seals::stamp(picture, kDpi, impression, random.child("stamp"));
    const auto box = samples::seals::box_of(impression);
    const DrawnPage page = tests::page_of(picture);
    const Found found = find_red(page.pyramid, page.light);
    EXPECT_FALSE(found.emblem) << seed;
    ASSERT_EQ(found.impressions.size(), 1U) << seed;
    EXPECT_TRUE(stands_at(found.impressions[0], {box.x * kPxPerMm, box.y * kPxPerMm,
                                                 box.width * kPxPerMm, box.height * kPxPerMm}))
        << seed;
  }
}

TEST(FindGrey, MostBlackRingsAreFoundBetweenText) {
  int rings = 0;
  int found = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const auto sample = samples::make({.document = DocumentKind::AuthorisationLetter,
                                       .dpi = 150,
                                       .seed = seed,
                                       .defects = {{samples::Defect::SealBw, 1}}});
    const auto& truth = sample.truth.seals.at(0);
    if (truth.shape != SealShape::Round) continue;
    ++rings;
    const DrawnPage page = tests::page_of(sample);
    EXPECT_TRUE(find_red(page.pyramid, page.light).impressions.empty()) << seed;
    const auto px_per_mm = static_cast<float>(kPxPerMm);
    const Found grey = find_grey(page.pyramid, page.light, 18 * px_per_mm, 23 * px_per_mm);
    found += std::ranges::any_of(grey.impressions, [&](const Impression& seen) {
      return !seen.red && bool(stands_at(seen, rect_of(truth.box)));
    });
  }
  EXPECT_GE(rings, 9);
  EXPECT_GE(4 * found, 3 * rings) << found << " of " << rings;
}

TEST(FindGrey, RowsOfTextAreNoSeal) {
  const auto px_per_mm = static_cast<float>(kPxPerMm);
  for (const float height : {14.0F, 20.0F, 28.0F}) {
    const DrawnPage page = tests::page_of(tests::text_page({1240, 1754}, height));
    EXPECT_TRUE(
        find_grey(page.pyramid, page.light, 18 * px_per_mm, 23 * px_per_mm).impressions.empty())
        << height;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::seal
