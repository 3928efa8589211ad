#include "pipeline/card/cards.hpp"

#include "tests/support/a_sample.hpp"
#include "tests/support/pages.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace vermilion::pipeline::card {
namespace {

TEST(Labels, OfOneSideAreTold) {
  const Labels portrait = labels_in("姓名 周砚舟\n性 别 男 民族 汉");
  EXPECT_TRUE(portrait.portrait);
  EXPECT_FALSE(portrait.emblem);
  const Labels emblem = labels_in("签发机关 拟安市公安局\n有效期限");
  EXPECT_FALSE(emblem.portrait);
  EXPECT_TRUE(emblem.emblem);
}

TEST(Labels, SingleShortOneIsNotEnough) {
  const Labels labels = labels_in("兹有我公司员工，姓名如下");
  EXPECT_FALSE(labels.portrait);
  EXPECT_FALSE(labels.emblem);
}

class Copies : public testing::TestWithParam<samples::Copy> {};

TEST_P(Copies, OutlinesOfBothSidesAreFoundToAMillimetre) {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    samples::Recipe recipe = tests::a_stamped_copy_of(samples::DocumentKind::IdCard, seed);
    recipe.copy = GetParam();
    recipe.dpi = 200;
    const auto page = tests::page_of(tests::a_sample(recipe));
    const auto outlines = outlines_on(page.pyramid, page.light);
    ASSERT_EQ(outlines.size(), 2u) << seed;
    for (const cv::RotatedRect& card : outlines) {
      EXPECT_NEAR(static_cast<double>(card.size.width) * 25.4 / 200, kWidthMm, 1) << seed;
      EXPECT_NEAR(static_cast<double>(card.size.height) * 25.4 / 200, kHeightMm, 1) << seed;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Outlines, Copies,
                         testing::Values(samples::Copy::BlackAndWhite, samples::Copy::Colour));

}  // namespace
}  // namespace vermilion::pipeline::card
