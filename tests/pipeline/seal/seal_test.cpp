#include "pipeline/seal/seal.hpp"

#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numbers>

namespace vermilion::pipeline::seal {
namespace {

const cv::Size kPage(1000, 1400);

Seal seal_at(float x, float y, bool over_print = false) {
  Seal seal;
  seal.impression.outline = {.centre = {x * 1000, y * 1400}, .half_width = 100, .half_height = 100};
  seal.over_print = over_print;
  return seal;
}

Seal square_at(float x, float y) {
  Seal seal = seal_at(x, y);
  seal.impression.outline.angular = true;
  return seal;
}

struct Case {
  const char* situation;
  std::vector<Seal> seals;
  bool has_emblem;
  int registrar;  // which of the seals; -1 none
};
void PrintTo(const Case& each, std::ostream* out) {
  *out << each.situation;
}

class Roles : public testing::TestWithParam<Case> {};

TEST_P(Roles, AreGivenByPlaceAndCompany) {
  std::vector<Seal> seals = GetParam().seals;
  assign_roles(seals, GetParam().has_emblem, kPage);
  for (std::size_t i = 0; i < seals.size(); ++i) {
    const bool registrar = static_cast<int>(i) == GetParam().registrar;
    EXPECT_EQ(seals[i].role, registrar ? SealRole::Registrar : SealRole::Holder) << i;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Seal, Roles,
    testing::Values(
        Case{"NoSeal", {}, true, -1},
        Case{"AloneOnAPageWithoutEmblem", {seal_at(0.8F, 0.8F)}, false, -1},
        Case{"AloneBelowAnEmblem", {seal_at(0.8F, 0.8F)}, true, 0},
        Case{"AloneBelowAnEmblemButElsewhere", {seal_at(0.2F, 0.8F)}, true, -1},
        Case{"AloneBelowAnEmblemButHigh", {seal_at(0.8F, 0.3F)}, true, -1},
        Case{"LowerRightOfTwo", {seal_at(0.5F, 0.6F), seal_at(0.8F, 0.85F)}, true, 1},
        Case{"LowerRightOfTwoInAnyOrder", {seal_at(0.8F, 0.85F), seal_at(0.5F, 0.6F)}, true, 0},
        Case{"TwoOnALetter", {seal_at(0.3F, 0.8F), seal_at(0.8F, 0.8F)}, false, -1},
        Case{"SecondOfTwoSignsOverPrint",
             {seal_at(0.3F, 0.8F), seal_at(0.8F, 0.8F, /*over_print=*/true)},
             false,
             1},
        Case{"OnlyOneButOverPrint", {seal_at(0.8F, 0.8F, /*over_print=*/true)}, false, -1},
        Case{"SquaresSignNothing", {square_at(0.8F, 0.8F)}, true, -1},
        Case{"SquareBesideARing", {square_at(0.9F, 0.9F), seal_at(0.7F, 0.8F)}, true, 1}),
    [](const auto& each) { return each.param.situation; });

TEST(FactOfASeal, LengthsNeedAScale) {
  Seal seal = seal_at(0.5F, 0.5F);
  seal.measured.spread_px = 3;
  seal.measured.rim_swing_px = 12;
  const SealFact without = fact_of(seal, kPage, std::nullopt);
  EXPECT_FALSE(without.diameter_mm);
  EXPECT_FALSE(without.edge_spread_mm);
  EXPECT_EQ(without.smear, 0);
  const SealFact with = fact_of(seal, kPage, 5.0);
  EXPECT_DOUBLE_EQ(with.diameter_mm.value(), 40);
  EXPECT_DOUBLE_EQ(with.edge_spread_mm.value(), 0.6);
  EXPECT_DOUBLE_EQ(with.smear, 1);
}

TEST(FactOfASeal, BoxIsThatOfTheOutline) {
  Seal seal = seal_at(0.5F, 0.5F);
  // Outlines count from the middle of a pixel, boxes from its edge.
  seal.impression.outline.centre -= cv::Point2f(0.5F, 0.5F);
  const SealFact fact = fact_of(seal, kPage, 5.0);
  EXPECT_EQ(fact.box, (Box{400, 600, 200, 200}));
  EXPECT_EQ(fact.shape, SealShape::Round);
}

TEST(FactOfASeal, BoxEndsWhereThePageDoes) {
  for (const auto& [x, y] : {std::pair(0.05F, 0.5F), {0.97F, 0.5F}, {0.5F, 0.02F}, {0.5F, 0.98F}}) {
    const Box box = fact_of(seal_at(x, y), kPage, 5.0).box;
    EXPECT_GE(box.x, 0);
    EXPECT_GE(box.y, 0);
    EXPECT_LE(box.x + box.width, kPage.width);
    EXPECT_LE(box.y + box.height, kPage.height);
    EXPECT_LT(std::min(box.width, box.height), 200);
  }
}

TEST(FactOfASeal, ClarityFallsFromOneToNoneWithTheEdge) {
  double before = 2;
  for (const double spread_mm : {0.05, 0.15, 0.25, 0.4, 0.55, 0.6, 2.0}) {
    Seal seal = seal_at(0.5F, 0.5F);
    seal.measured.spread_px = spread_mm * 10;
    const double clarity = fact_of(seal, kPage, 10.0).clarity;
    EXPECT_GE(clarity, 0);
    EXPECT_LE(clarity, 1);
    EXPECT_TRUE(clarity < before || spread_mm <= 0.15 || spread_mm >= 0.6) << spread_mm;
    before = clarity;
  }
  EXPECT_EQ(before, 0);
}

TEST(FactOfASeal, AngleIsThatOfSquaresWithinHalfATurn) {
  Seal seal = square_at(0.5F, 0.5F);
  for (const double deg : {-100.0, -30.0, 0.0, 12.0, 80.0, 190.0}) {
    seal.impression.outline.angle_rad = static_cast<float>(deg * std::numbers::pi / 180);
    const double angle = fact_of(seal, kPage, 5.0).angle_deg;
    EXPECT_LE(std::abs(angle), 90.001);
    EXPECT_NEAR(std::remainder(angle - deg, 180), 0, 1e-3) << deg;
  }
  Seal round = seal_at(0.5F, 0.5F);
  round.impression.outline.angle_rad = 1;
  EXPECT_EQ(fact_of(round, kPage, 5.0).angle_deg, 0);
}

TEST(FactOfASeal, PrintBeneathIsNamed) {
  EXPECT_TRUE(fact_of(seal_at(0.5F, 0.5F), kPage, {}).covers.empty());
  EXPECT_EQ(fact_of(seal_at(0.5F, 0.5F, true), kPage, {}).covers, std::vector<std::string>{"text"});
}

TEST(Seals, RegistrarOfALicenceInColourIsToldFromTheHolder) {
  int right = 0;
  int all = 0;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    const auto sample = samples::make({.document = samples::DocumentKind::BusinessLicence2019,
                                       .copy = samples::Copy::Colour,
                                       .dpi = 150,
                                       .seed = seed});
    const auto page = tests::page_of(sample);
    const auto seals =
        seals_of(find_red(page.pyramid, page.light), page.pyramid, page.light, 150 / 25.4);
    for (const auto& truth : sample.truth.seals) {
      if (truth.colour != "red") continue;
      ++all;
      right += std::ranges::any_of(seals, [&](const Seal& seal) {
        const cv::Rect box(truth.box.x, truth.box.y, truth.box.width, truth.box.height);
        return box.contains(seal.impression.outline.centre) && seal.role == truth.role;
      });
    }
  }
  EXPECT_GE(all, 10);
  EXPECT_GE(10 * right, 9 * all) << right << " of " << all;
}

}  // namespace
}  // namespace vermilion::pipeline::seal
