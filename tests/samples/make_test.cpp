#include "samples/make.hpp"

#include "pipeline/credit_code/credit_code.hpp"
#include "samples/documents/catalogue.hpp"
#include "tests/samples/decoded.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace vermilion::samples {
namespace {

using tests::decode;
using tests::Decoded;

constexpr int kSmallDpi = 100;  // fast, and enough for what is asked

Recipe clean(DocumentKind document, int dpi, std::uint64_t seed, Copy copy = Copy::Colour) {
  return {.document = document, .copy = copy, .dpi = dpi, .seed = seed};
}

bool inside(const Box& box, const Truth& truth) {
  return box.x >= 0 && box.y >= 0 && box.width > 0 && box.height > 0 &&
         box.x + box.width <= truth.width && box.y + box.height <= truth.height;
}

std::vector<Box> boxes_of(const Truth& truth) {
  std::vector<Box> boxes;
  for (const auto& seal : truth.seals) boxes.push_back(seal.box);
  for (const auto& qr : truth.qr) boxes.push_back(qr.box);
  if (truth.code_box) boxes.push_back(*truth.code_box);
  if (truth.emblem) boxes.push_back(*truth.emblem);
  return boxes;
}

TEST(Make, SameRecipeGivesTheSameBytesAndTruth) {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const Recipe recipe = random_recipe(seed, {.further_defects_max = 4, .dpi = kSmallDpi});
    const Sample first = make(recipe);
    const Sample second = make(recipe);
    EXPECT_TRUE(first.bytes == second.bytes) << seed;
    EXPECT_EQ(to_json(first.truth), to_json(second.truth)) << seed;
  }
}

TEST(Make, AnotherSeedGivesAnotherPicture) {
  EXPECT_TRUE(make(clean(DocumentKind::SealSheet, kSmallDpi, 1)).bytes !=
              make(clean(DocumentKind::SealSheet, kSmallDpi, 2)).bytes);
}

class EveryDocument : public testing::TestWithParam<documents::DocumentDescription> {};

TEST_P(EveryDocument, IsDrawnAtEveryDensityWithItsBoxesInside) {
  for (const int dpi : {100, 150, 200, 300}) {
    const Sample sample = make(clean(GetParam().kind, dpi, 3));
    EXPECT_EQ(sample.truth.document, GetParam().id);
    EXPECT_EQ(sample.truth.layout, GetParam().layout);
    EXPECT_NEAR(sample.truth.dpi, dpi, 0.5);
    EXPECT_NEAR(std::max(sample.truth.width, sample.truth.height), 297 / 25.4 * dpi, 1);
    for (const Box& box : boxes_of(sample.truth)) EXPECT_TRUE(inside(box, sample.truth));
  }
}

TEST_P(EveryDocument, CarriesWhatItsTraitsSay) {
  for (std::uint64_t seed = 0; seed < 2; ++seed) {
    const Truth truth = make(clean(GetParam().kind, kSmallDpi, seed)).truth;
    const bool holder_stamped = std::ranges::any_of(
        truth.seals, [](const auto& seal) { return seal.role == pipeline::SealRole::Holder; });
    EXPECT_EQ(truth.code_printed.has_value(), GetParam().is(documents::kCode));
    EXPECT_EQ(holder_stamped, GetParam().is(documents::kHolderSeal));
    if (GetParam().is(documents::kLookalike)) {
      EXPECT_TRUE(truth.seals.empty() && truth.qr.empty());
    }
  }
}

TEST_P(EveryDocument, CodeIsValidAndNoDecoyIs) {
  for (std::uint64_t seed = 0; seed < 2; ++seed) {
    const Truth truth = make(clean(GetParam().kind, kSmallDpi, seed)).truth;
    if (truth.code_printed) {
      EXPECT_TRUE(truth.code_valid);
      EXPECT_EQ(truth.code_printed, truth.code_meant);
    }
    for (const auto& decoy : truth.decoys) {
      EXPECT_FALSE(pipeline::credit_code::valid(decoy)) << decoy;
    }
  }
}

TEST_P(EveryDocument, SealOnTheNameCoversText) {
  if (!GetParam().admits(Defect::SealOverName)) return;
  Recipe recipe = clean(GetParam().kind, kSmallDpi, 4);
  recipe.defects = {{Defect::SealOverName, 1}};
  const Truth truth = make(recipe).truth;
  EXPECT_TRUE(std::ranges::any_of(truth.seals, [](const auto& seal) {
    return seal.role == pipeline::SealRole::Holder && !seal.covers.empty();
  }));
}

TEST_P(EveryDocument, RedIsWhereTheRedSealsAre) {
  const Sample sample = make(clean(GetParam().kind, kSmallDpi, 4));
  const Decoded picture = decode(sample);
  for (const auto& seal : sample.truth.seals) {
    ASSERT_EQ(seal.colour, "red");
    EXPECT_GT(tests::redness(picture, seal.box), tests::redness_beside(picture, seal.box) + 8)
        << seal.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Make, EveryDocument,
                         testing::ValuesIn(documents::catalogue().begin(),
                                           documents::catalogue().end()),
                         [](const auto& row) { return row.param.name(); });

class EveryDefect : public testing::TestWithParam<DefectDescription> {};

TEST_P(EveryDefect, ChangesThePictureAndIsTold) {
  const Recipe recipe = random_recipe(5, {.defects = {GetParam().defect}, .dpi = kSmallDpi});
  Recipe without = recipe;
  without.defects.clear();
  const Sample sample = make(recipe);
  EXPECT_TRUE(sample.bytes != make(without).bytes);
  ASSERT_EQ(sample.truth.defects.size(), 1u);
  EXPECT_EQ(sample.truth.defects[0].id, GetParam().id);
  EXPECT_EQ(sample.truth.defects[0].strength, recipe.defects[0].strength);
  for (const Box& box : boxes_of(sample.truth)) EXPECT_TRUE(inside(box, sample.truth));
}

INSTANTIATE_TEST_SUITE_P(Make, EveryDefect, testing::ValuesIn(defects().begin(), defects().end()),
                         [](const auto& row) { return std::string(row.param.id); });

Sample licence_with(Defect defect, double strength, Copy copy = Copy::BlackAndWhite) {
  Recipe recipe = clean(DocumentKind::BusinessLicence2019, kSmallDpi, 9, copy);
  recipe.defects = {{defect, strength}};
  return make(recipe);
}

const SealTruth& holders_seal(const Truth& truth) {
  return *std::ranges::find(truth.seals, pipeline::SealRole::Holder, &SealTruth::role);
}

TEST(Make, SealAtTheEdgeIsCutByIt) {
  const Sample sample = licence_with(Defect::SealAtEdge, 0.25);
  const SealTruth& seal = holders_seal(sample.truth);
  EXPECT_LE(seal.box.x, 1);
  EXPECT_NEAR(static_cast<double>(seal.box.width) / seal.box.height, 0.75, 0.05);
}

TEST(Make, SealOverTextCoversSome) {
  const Sample sample = licence_with(Defect::SealOverText, 1);
  EXPECT_FALSE(holders_seal(sample.truth).covers.empty());
}

TEST(Make, CentreOfASealIsThatOfItsBox) {
  const Sample sample = make(clean(DocumentKind::SealSheet, kSmallDpi, 3));
  for (const SealTruth& seal : sample.truth.seals) {
    EXPECT_NEAR(seal.centre_x, seal.box.x + seal.box.width / 2.0, 1) << seal.text;
    EXPECT_NEAR(seal.centre_y, seal.box.y + seal.box.height / 2.0, 1) << seal.text;
  }
}

TEST(Make, QrCodesOfCleanSamplesAreRead) {
  int read = 0;
  for (const auto kind : {DocumentKind::BusinessLicence2014, DocumentKind::BusinessLicence2019,
                          DocumentKind::ElectronicLicence}) {
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
      const Sample sample = make(clean(kind, 150, seed, Copy::BlackAndWhite));
      const Decoded picture = decode(sample);
      for (const auto& qr : sample.truth.qr) {
        EXPECT_EQ(tests::read_qr(picture, qr.box), qr.text);
        ++read;
      }
    }
  }
  EXPECT_EQ(read, 12);
}

TEST(Make, InABlackAndWhiteCopyOnlyTheHoldersSealIsRed) {
  const Sample sample =
      make(clean(DocumentKind::BusinessLicence2014, kSmallDpi, 6, Copy::BlackAndWhite));
  const Decoded picture = decode(sample);
  ASSERT_EQ(sample.truth.seals.size(), 2u);
  for (const auto& seal : sample.truth.seals) {
    const bool holder = seal.role == pipeline::SealRole::Holder;
    EXPECT_EQ(seal.colour, holder ? "red" : "grey");
    EXPECT_EQ(tests::redness(picture, seal.box) > 12, holder);
  }
  EXPECT_LT(tests::redness(picture, *sample.truth.emblem), 5);
}

TEST(Make, WithoutTheHoldersSealOnlyTheRegistrarsStays) {
  const Sample sample = licence_with(Defect::SealMissing, 1, Copy::Colour);
  ASSERT_EQ(sample.truth.seals.size(), 1u);
  EXPECT_EQ(sample.truth.seals[0].role, pipeline::SealRole::Registrar);
}

TEST(Make, SealCopiedInBlackAndWhiteLeavesNoRed) {
  const Sample sample = licence_with(Defect::SealBw, 1);
  const Decoded picture = decode(sample);
  EXPECT_LT(tests::redness(picture, picture.whole()), 3);
  for (const auto& seal : sample.truth.seals) EXPECT_EQ(seal.colour, "grey");
}

TEST(Make, WrongCodeFailsAndTellsWhatWasMeant) {
  const Truth truth = licence_with(Defect::CodeWrong, 1).truth;
  EXPECT_FALSE(truth.code_valid);
  EXPECT_FALSE(pipeline::credit_code::valid(*truth.code_printed));
  EXPECT_TRUE(pipeline::credit_code::valid(*truth.code_meant));
}

TEST(Make, LookalikeIsPrintedAndFoldsBack) {
  const Truth truth = licence_with(Defect::CodeLookalike, 1).truth;
  EXPECT_FALSE(truth.code_valid);
  EXPECT_TRUE(pipeline::credit_code::has_lookalikes(*truth.code_printed));
  EXPECT_EQ(pipeline::credit_code::normalise(*truth.code_printed), *truth.code_meant);
}

TEST(Make, SealOverTheCodeIsSaidToCoverIt) {
  const Truth truth = licence_with(Defect::SealOverCode, 1).truth;
  const auto& covers = truth.seals.back().covers;
  EXPECT_NE(std::ranges::find(covers, "credit_code"), covers.end());
}

TEST(Make, FadedSealIsPalerThanAFreshOne) {
  const Sample fresh =
      make(clean(DocumentKind::BusinessLicence2019, kSmallDpi, 9, Copy::BlackAndWhite));
  const Sample faded = licence_with(Defect::SealFaded, 0.25);
  const double full = tests::redness(decode(fresh), fresh.truth.seals.back().box);
  EXPECT_LT(tests::redness(decode(faded), faded.truth.seals.back().box), full * 0.6);
}

TEST(Make, TurnedPictureIsUprightAgainByItsTruth) {
  const Sample straight =
      make(clean(DocumentKind::BusinessLicence2019, kSmallDpi, 9, Copy::BlackAndWhite));
  const Box seal = straight.truth.seals.back().box;
  for (const auto& [defect, turn] : {std::pair{Defect::Turn90, 90}, std::pair{Defect::Turn180, 180},
                                     std::pair{Defect::Turn270, 270}}) {
    const Sample turned = licence_with(defect, turn);
    EXPECT_EQ(turned.truth.turn_deg, turn);
    EXPECT_EQ(turned.truth.seals.back().box, seal);
    EXPECT_GT(tests::redness(decode(turned), seal), 12) << turn;
  }
}

TEST(Make, SkewFallsToTheRightWhenPositive) {
  const Truth truth = licence_with(Defect::Skew, 6).truth;
  EXPECT_NEAR(std::abs(truth.skew_deg), 6, 0.01);
  // The seal at the right lies lower against the emblem where lines fall to the right.
  const Truth straight =
      make(clean(DocumentKind::BusinessLicence2019, kSmallDpi, 9, Copy::BlackAndWhite)).truth;
  const int moved = truth.seals[0].box.y - straight.seals[0].box.y;
  EXPECT_EQ(moved > 0, truth.skew_deg > 0);
}

TEST(Make, CleanSamplesLieAlmostStraight) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const Truth truth = make(clean(DocumentKind::IdCard, kSmallDpi, seed)).truth;
    EXPECT_LE(std::abs(truth.skew_deg), 0.5);
    EXPECT_FALSE(truth.perspective);
  }
}

TEST(Make, BlurLowersTheContrastOfTheCodeLine) {
  const Sample sharp =
      make(clean(DocumentKind::BusinessLicence2019, kSmallDpi, 9, Copy::BlackAndWhite));
  const Sample soft = licence_with(Defect::Blur, 0.35);
  const auto darkest = [](const Sample& sample) {
    const Decoded picture = decode(sample);
    const Box& box = *sample.truth.code_box;
    int least = 255;
    for (int y = box.y; y < box.y + box.height; ++y) {
      for (int x = box.x; x < box.x + box.width; ++x) {
        least = std::min<int>(least, picture.at(x, y)[1]);
      }
    }
    return least;
  };
  EXPECT_GT(darkest(soft), darkest(sharp) + 20);
}

TEST(Make, LowResolutionIsThatOfTheTruth) {
  const Sample sample = licence_with(Defect::Lowres, 70);
  EXPECT_NEAR(sample.truth.dpi, 70, 0.5);
  EXPECT_NEAR(sample.truth.width, 297 / 25.4 * 70, 2);
}

TEST(Make, TwoOnOneShowsBothDocumentsWhereTheTruthSays) {
  int same = 0;
  for (std::uint64_t seed = 0; seed < 24; ++seed) {
    Recipe recipe = clean(
        seed % 2 == 0 ? DocumentKind::BusinessLicence2014 : DocumentKind::InstitutionCertificate,
        60, seed);
    recipe.composition = Composition::TwoOnOne;
    const Truth truth = make(recipe).truth;
    ASSERT_EQ(truth.beside.size(), 1u);
    const Truth& other = truth.beside.front();
    EXPECT_EQ(other.width, truth.width);
    same += other.code_printed == truth.code_printed;
    for (const Box& box : boxes_of(truth)) EXPECT_TRUE(inside(box, truth));
    for (const Box& box : boxes_of(other)) EXPECT_TRUE(inside(box, truth));
    if (!other.code_box) continue;
    const Box& a = *truth.code_box;
    const Box& b = *other.code_box;
    EXPECT_TRUE(a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y ||
                b.y + b.height < a.y)
        << seed;
  }
  EXPECT_GT(same, 0);
  EXPECT_LT(same, 12);
}

TEST(Make, RedOfBothDocumentsIsWhereTheTruthSays) {
  Recipe recipe = clean(DocumentKind::SealSheet, kSmallDpi, 3);
  recipe.composition = Composition::TwoOnOne;
  const Sample sample = make(recipe);
  const Decoded picture = decode(sample);
  for (const Truth* truth : {&sample.truth, &sample.truth.beside.front()}) {
    for (const auto& seal : truth->seals) {
      EXPECT_GT(tests::redness(picture, seal.box), tests::redness_beside(picture, seal.box) + 8)
          << seal.text;
    }
  }
}

TEST(Make, ScreenshotLeavesThePageAsItIsAndMovesItsBoxes) {
  Recipe recipe = clean(DocumentKind::BusinessLicence2019, kSmallDpi, 9, Copy::BlackAndWhite);
  const Truth plain = make(recipe).truth;
  recipe.frame = Frame::Screenshot;
  const Sample framed = make(recipe);
  const Box& area = framed.truth.page_area.value();
  EXPECT_EQ(area.width, plain.width);
  EXPECT_EQ(area.height, plain.height);
  EXPECT_TRUE(inside(area, framed.truth));
  EXPECT_GT(framed.truth.height, framed.truth.width * 3 / 2);
  EXPECT_EQ(framed.truth.code_box->x, plain.code_box->x + area.x);
  EXPECT_EQ(framed.truth.code_box->y, plain.code_box->y + area.y);
  EXPECT_GT(tests::redness(decode(framed), framed.truth.seals.back().box), 12);
}

TEST(Make, A4InColourStaysBelowOneMegabyte) {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    EXPECT_LT(make(clean(DocumentKind::BusinessLicence2014, 200, seed)).bytes.size(), 1'000'000u);
  }
}

}  // namespace
}  // namespace vermilion::samples
