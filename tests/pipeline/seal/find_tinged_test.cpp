#include "pipeline/seal/find.hpp"
#include "samples/make.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace vermilion::pipeline::seal {
namespace {

using samples::Copy;
using samples::Defect;
using samples::DocumentKind;
using samples::Planted;

cv::Rect2d rect_of(const Box& box) {
  return {double(box.x), double(box.y), double(box.width), double(box.height)};
}

double overlap(const cv::Rect2d& a, const cv::Rect2d& b) {
  const double shared = (a & b).area();
  return shared / (a.area() + b.area() - shared);
}

struct Looks {
  int seals = 0;
  int first = 0;   // found by colour
  int second = 0;  // found then or by the tinge
  int false_ones = 0;
};

void look(Looks& looks, const samples::Recipe& recipe) {
  const auto sample = samples::make(recipe);
  const auto page = tests::page_of(sample);
  const auto stands_there = [](const Found& found, const samples::SealTruth& seal) {
    return std::ranges::any_of(found.impressions, [&](const Impression& seen) {
      return overlap(cv::Rect2d(seen.outline.bounds()), rect_of(seal.box)) > 0.7;
    });
  };
  Found found = find_red(page.pyramid, page.light);
  for (const auto& seal : sample.truth.seals) looks.first += stands_there(found, seal);
  if (!is_explained(found)) add_tinged(found, page.pyramid, page.light);
  for (const auto& seal : sample.truth.seals) {
    ++looks.seals;
    looks.second += stands_there(found, seal);
  }
  for (const Impression& seen : found.impressions) {
    looks.false_ones += std::ranges::none_of(sample.truth.seals, [&](const auto& seal) {
      return overlap(cv::Rect2d(seen.outline.bounds()), rect_of(seal.box)) > 0.3;
    });
  }
}

// Half a millimetre a pixel, a tenth of the ink, and the colour quantised away.
TEST(AddTinged, SealTooSmallAndFaintForItsColourIsFoundByItsDarkness) {
  Looks looks;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    look(looks, {.document = DocumentKind::AuthorisationLetter,
                 .dpi = 60,
                 .seed = seed,
                 .defects = {{Defect::SealFaded, 0.2}, {Defect::JpegLowQuality, 20}}});
  }
  EXPECT_GT(looks.second, looks.first);
  EXPECT_EQ(looks.false_ones, 0);
}

TEST(AddTinged, FaintSealBesideTheRegistrarsIsFound) {
  Looks looks;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    look(looks, {.document = DocumentKind::AssociationCertificate,
                 .copy = Copy::Colour,
                 .dpi = 150,
                 .seed = seed,
                 .defects = {{Defect::SealFaded, 0.15}, {Defect::RedStrip, 15}}});
  }
  EXPECT_GE(looks.second, looks.seals - 1);
  EXPECT_EQ(looks.false_ones, 0);
}

class PageWithoutARedSeal : public testing::TestWithParam<DocumentKind> {};

TEST_P(PageWithoutARedSeal, GivesNoneAtASecondLook) {
  for (const int dpi : {60, 150}) {
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
      const auto page = tests::page_of(samples::make({.document = GetParam(),
                                                      .copy = Copy::BlackAndWhite,
                                                      .dpi = dpi,
                                                      .seed = seed,
                                                      .defects = {{Defect::JpegLowQuality, 15}}}));
      Found found = find_red(page.pyramid, page.light);
      add_tinged(found, page.pyramid, page.light);
      EXPECT_TRUE(found.impressions.empty()) << dpi << ' ' << seed;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(AddTinged, PageWithoutARedSeal,
                         testing::Values(DocumentKind::LookalikeLetterhead,
                                         DocumentKind::LookalikeTexture,
                                         DocumentKind::LookalikeBankLetter,
                                         DocumentKind::LookalikeMosaic,
                                         DocumentKind::LookalikeMenu));

TEST(IsExplained, CleanCopyWithAFreshSealIsAtOnce) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const auto page = tests::page_of(
        samples::make({.document = DocumentKind::BusinessLicence2019, .dpi = 150, .seed = seed}));
    EXPECT_TRUE(is_explained(find_red(page.pyramid, page.light))) << seed;
  }
}

TEST(IsExplained, PageWithoutASealIsNot) {
  const auto page = tests::page_of(tests::text_page({1240, 1754}, 24));
  EXPECT_FALSE(is_explained(find_red(page.pyramid, page.light)));
}

}  // namespace
}  // namespace vermilion::pipeline::seal
