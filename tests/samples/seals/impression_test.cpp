#include "samples/seals/impression.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace vermilion::samples::seals {
namespace {

constexpr double kDpi = 254;  // ten pixels a millimetre

Picture blank() {
  return Picture(700, 700, cv::Vec3b(250, 250, 250));
}

Impression round_seal() {
  return {company_seal("样州市墨舟测绘有限公司", "3699991234567", 40), {35, 35}, 0, {}};
}

Picture stamped(const Impression& impression, std::uint64_t seed = 1) {
  Picture page = blank();
  stamp(page, kDpi, impression, Random(seed));
  return page;
}

// Ink as missing green, summed over the page.
double ink(const Picture& page) {
  double sum = 0;
  for (const auto& pixel : page) sum += 250 - pixel[1];
  return sum;
}

// Share of the rim's middle line that carries ink.
double rim_inked(const Picture& page, const Impression& impression) {
  const double radius = (impression.design.size.width - impression.design.rim) / 2 * 10;
  int dark = 0;
  for (int i = 0; i < 720; ++i) {
    const double angle = i * 3.14159265 / 360;
    const int x = static_cast<int>(impression.centre.x * 10 + radius * std::cos(angle));
    const int y = static_cast<int>(impression.centre.y * 10 + radius * std::sin(angle));
    dark += page(y, x)[1] < 190 ? 1 : 0;
  }
  return dark / 720.0;
}

TEST(Impression, InkStaysWithinTheBoxButForBleeding) {
  for (const double turn_deg : {0.0, 30.0, 200.0}) {
    Impression impression{person_seal("周砚舟", 20, false), {35, 35}, turn_deg, {}};
    const Picture page = stamped(impression);
    const Rect box = box_of(impression);
    for (int y = 0; y < page.rows; ++y) {
      for (int x = 0; x < page.cols; ++x) {
        if (page(y, x)[1] > 200) continue;
        EXPECT_GE(x, box.x * 10 - 4);
        EXPECT_LE(x, box.right() * 10 + 4);
        EXPECT_GE(y, box.y * 10 - 4);
        EXPECT_LE(y, box.bottom() * 10 + 4);
      }
    }
  }
}

TEST(Impression, BoxOfATurnedRoundSealIsThatOfTheStraightOne) {
  Impression impression = round_seal();
  impression.turn_deg = 33;
  EXPECT_NEAR(box_of(impression).width, 40, 0.05);
  EXPECT_NEAR(box_of(impression).height, 40, 0.05);
}

TEST(Impression, IntactRimIsAlmostClosed) {
  EXPECT_GT(rim_inked(stamped(round_seal()), round_seal()), 0.95);
}

TEST(Impression, LostShareOfTheRimIsLost) {
  for (const double lost : {0.2, 0.45}) {
    Impression impression = round_seal();
    impression.stamping.rim_lost = lost;
    double inked = 0;
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      inked += rim_inked(stamped(impression, seed), impression) / 5;
    }
    EXPECT_NEAR(inked, 1 - lost, 0.12);
  }
}

TEST(Impression, LessKeptInkIsLessInk) {
  Impression impression = round_seal();
  const double full = ink(stamped(impression));
  impression.stamping.kept = 0.3;
  EXPECT_LT(ink(stamped(impression)), full * 0.6);
}

TEST(Impression, SmearingSpreadsInk) {
  Impression impression = round_seal();
  const double still = ink(stamped(impression));
  impression.stamping.smear_mm = 1.5;
  EXPECT_GT(ink(stamped(impression)), still * 1.3);
}

// How much the green of the star differs from pixel to pixel.
double spread_in_star(const Picture& page) {
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(page(cv::Rect(330, 330, 40, 40)), mean, deviation);
  return deviation[1];
}

TEST(Impression, PrintedSealIsMadeOfDotsWhereInkIsSolid) {
  Impression impression = round_seal();
  const double solid = spread_in_star(stamped(impression));
  impression.stamping.screen_lpi = 60;
  const double dotted = spread_in_star(stamped(impression));
  EXPECT_GT(dotted, 1.8 * solid) << dotted << " " << solid;
}

TEST(Impression, TextBeneathStaysDarkerThanTheInk) {
  Picture page = blank();
  page(cv::Rect(340, 0, 20, 700)).setTo(cv::Scalar(20, 20, 20));
  stamp(page, kDpi, round_seal(), Random(1));
  for (int y = 160; y < 540; ++y) EXPECT_LT(page(y, 350)[0], 40) << y;
}

TEST(Impression, SealOverTheEdgeOfThePageIsCutOff) {
  Impression impression = round_seal();
  impression.centre = {0, 69};
  EXPECT_GT(ink(stamped(impression)), 0);
}

TEST(Impression, EveryShapeLeavesInk) {
  for (const auto& design : {company_seal("样州市墨舟测绘有限公司", "3699991234567", 42),
                             invoice_seal("样州市", "913699"),
                             foreign_company_seal("样州市墨舟测绘有限公司", "3699991234567"),
                             special_seal("样州市墨舟测绘有限公司", "财务专用章", "3699991234567"),
                             person_seal("周简", 18, true), name_stamp("周砚舟")}) {
    EXPECT_GT(ink(stamped({design, {35, 35}, 5, {}})), 100'000.0);
  }
}

}  // namespace
}  // namespace vermilion::samples::seals
