#include "pipeline/form/facsimile.hpp"

#include "tests/support/pages.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <string>

namespace vermilion::pipeline::form {
namespace {

constexpr double kPxPerMm = 6;
constexpr int kCells = 8;
constexpr int kCell = 24;
constexpr double kLeft_mm = 30;
constexpr double kTop_mm = 20;

// Strokes that stand for a character; another number is another character.
void draw_character(cv::Mat1b& ink, int cell, int number) {
  samples::Random random(static_cast<std::uint64_t>(number));
  const auto somewhere = [&] {
    return cv::Point(cell * kCell + random.integer(3, kCell - 3), random.integer(3, kCell - 3));
  };
  for (int stroke = 0; stroke < 5; ++stroke) {
    const cv::Point from = somewhere();
    const cv::Point to = stroke % 2 == 0
                             ? cv::Point(cell * kCell + random.integer(3, kCell - 3), from.y)
                             : cv::Point(from.x, random.integer(3, kCell - 3));
    cv::line(ink, from, to, 255, 2);
  }
}

// A row of characters, the last cell left white.
cv::Mat1b row_of(std::vector<int> numbers) {
  cv::Mat1b ink(kCell, kCells * kCell, static_cast<std::uint8_t>(0));
  for (int cell = 0; cell < static_cast<int>(numbers.size()); ++cell) {
    draw_character(ink, cell, numbers[static_cast<std::size_t>(cell)]);
  }
  return ink;
}

Facsimile facsimile_of(const cv::Mat1b& ink) {
  Facsimile made{.box = {kLeft_mm, kTop_mm, ink.cols / kPxPerMm, ink.rows / kPxPerMm},
                 .px_per_mm = kPxPerMm,
                 .width = ink.cols,
                 .ink = {}};
  for (const std::uint8_t level : ink) {
    made.ink += static_cast<char>('0' + level * kSolidInk / 255);
  }
  return made;
}

// The row printed at 200 dpi where its facsimile has it, but for an error of the placement.
double likeness_to(const cv::Mat1b& printed, const Facsimile& facsimile, double off_mm = 0,
                   double noise = 0) {
  constexpr double kDensity = 8;
  cv::Mat1b ink;
  cv::resize(printed, ink, {}, kDensity / kPxPerMm, kDensity / kPxPerMm, cv::INTER_AREA);
  cv::Mat1b page(600, 800, static_cast<std::uint8_t>(240));
  const cv::Point at(cvRound((kLeft_mm + off_mm) * kDensity), cvRound(kTop_mm * kDensity));
  cv::Mat1b place = page(cv::Rect(at, ink.size()));
  cv::subtract(place, ink * 0.8, place);
  if (noise > 0) tests::add_noise(page, noise, samples::Random(1));
  const Placement placement{.page_from_mm = cv::Matx33d(kDensity, 0, -0.5,  //
                                                        0, kDensity, -0.5,  //
                                                        0, 0, 1),
                            .px_per_mm = kDensity};
  return likeness(facsimile, placement, tests::page_of(page).pyramid);
}

const std::vector<int> kText{5, 9, 3, 12, 6, 10, 1};

TEST(Facsimile, IsFoundInItsOwnPrint) {
  EXPECT_GT(likeness_to(row_of(kText), facsimile_of(row_of(kText))), 0.85);
}

TEST(Facsimile, IsFoundWhereThePlacementIsSlightlyOff) {
  for (const double off_mm : {-0.4, -0.2, 0.2, 0.4}) {
    EXPECT_GT(likeness_to(row_of(kText), facsimile_of(row_of(kText)), off_mm), 0.75) << off_mm;
  }
}

TEST(Facsimile, IsFoundUnderTheNoiseOfAScanner) {
  EXPECT_GT(likeness_to(row_of(kText), facsimile_of(row_of(kText)), 0, 8), kSamePrint);
}

// The only ink in its place, it is the darkest there is.
TEST(Facsimile, DashThatStandsForNothingIsFound) {
  cv::Mat1b dash(kCell, 3 * kCell, static_cast<std::uint8_t>(0));
  cv::line(dash, {3, kCell / 2}, {2 * kCell - 3, kCell / 2}, 95, 2);
  EXPECT_GT(likeness_to(dash, facsimile_of(dash), 0, 3), kSamePrint);
  const cv::Mat1b number = row_of(kText).colRange(0, 3 * kCell).clone();
  EXPECT_LT(likeness_to(number, facsimile_of(dash), 0, 3), kSamePrint);
}

TEST(Facsimile, AnotherCharacterAnywhereIsAnotherPrint) {
  for (std::size_t i = 0; i < kText.size(); ++i) {
    auto other = kText;
    other[i] += 20;
    EXPECT_LT(likeness_to(row_of(other), facsimile_of(row_of(kText))), kSamePrint) << i;
  }
}

TEST(Facsimile, CharacterAddedOrLeftOutIsAnotherPrint) {
  auto longer = kText;
  longer.push_back(7);
  auto shorter = kText;
  shorter.pop_back();
  EXPECT_LT(likeness_to(row_of(longer), facsimile_of(row_of(kText))), kSamePrint);
  EXPECT_LT(likeness_to(row_of(shorter), facsimile_of(row_of(kText))), kSamePrint);
}

TEST(Facsimile, IsNotFoundOnWhitePaper) {
  EXPECT_LT(likeness_to(row_of({}), facsimile_of(row_of(kText))), 0.3);
}

}  // namespace
}  // namespace vermilion::pipeline::form
