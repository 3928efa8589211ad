#include "samples/capture/shot.hpp"

#include <gtest/gtest.h>

namespace vermilion::samples::capture {
namespace {

// A white sheet of 100 x 60 mm at 10 pixels a millimetre with one black square.
constexpr Rect kSquare{30, 20, 10, 8};

Shot marked_sheet() {
  Picture page(600, 1000, cv::Vec3b(255, 255, 255));
  page(cv::Rect(300, 200, 100, 80)).setTo(cv::Scalar(0, 0, 0));
  return sheet(page, 254);
}

// The box of what is dark in the picture.
pipeline::Box dark_box(const Picture& picture) {
  int x0 = picture.cols;
  int y0 = picture.rows;
  int x1 = 0;
  int y1 = 0;
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      if (picture(y, x)[0] > 127) continue;
      x0 = std::min(x0, x);
      y0 = std::min(y0, y);
      x1 = std::max(x1, x + 1);
      y1 = std::max(y1, y + 1);
    }
  }
  return {x0, y0, x1 - x0, y1 - y0};
}

void expect_near(const pipeline::Box& told, const pipeline::Box& seen) {
  EXPECT_NEAR(told.x, seen.x, 1.5);
  EXPECT_NEAR(told.y, seen.y, 1.5);
  EXPECT_NEAR(told.width, seen.width, 2.5);
  EXPECT_NEAR(told.height, seen.height, 2.5);
}

TEST(Shot, BoxOnTheSheetIsWhereItsPixelsAre) {
  const Shot shot = marked_sheet();
  EXPECT_EQ(box_in(shot, outline_of(kSquare)), dark_box(shot.picture));
  EXPECT_NEAR(density_at(shot, {50, 30}), 254, 1e-9);
  EXPECT_NEAR(slope_at(shot, {50, 30}), 0, 1e-9);
}

TEST(Shot, BoxesFollowATurn) {
  const Shot sheet = marked_sheet();
  for (const double turn_deg : {-8.0, 3.0, 25.0}) {
    const Shot turned =
        warped(sheet, turned_by(turn_deg, {500, 300}), {1000, 600}, {255, 255, 255});
    expect_near(*box_in(turned, outline_of(kSquare)), dark_box(turned.picture));
    EXPECT_NEAR(slope_at(turned, {50, 30}), turn_deg, 1e-9);
  }
}

TEST(Shot, BoxesFollowAPerspective) {
  Transform lean = Transform::eye();
  lean(2, 0) = 0.08 / 1000;
  lean(2, 1) = -0.05 / 600;
  const Shot leaning = warped(marked_sheet(), lean, {1100, 700}, {255, 255, 255});
  expect_near(*box_in(leaning, outline_of(kSquare)), dark_box(leaning.picture));
}

TEST(Shot, CuttingMovesAndClipsBoxes) {
  const Shot part = cut(marked_sheet(), {350, 0, 400, 600});
  EXPECT_EQ(box_in(part, outline_of(kSquare)), (pipeline::Box{0, 200, 50, 80}));
  const Shot without = cut(marked_sheet(), {500, 0, 400, 600});
  EXPECT_EQ(box_in(without, outline_of(kSquare)), std::nullopt);
}

TEST(Shot, LyingOverKeepsTheFrameAround) {
  const Shot laid =
      laid_over(marked_sheet(), shifted_by(50, 50), Picture(700, 1100, cv::Vec3b(200, 10, 20)));
  EXPECT_EQ(laid.picture(5, 5), cv::Vec3b(200, 10, 20));
  EXPECT_EQ(laid.picture(100, 100), cv::Vec3b(255, 255, 255));
}

}  // namespace
}  // namespace vermilion::samples::capture
