#include "pipeline/form/lines.hpp"

#include "tests/support/pages.hpp"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace vermilion::pipeline::form {
namespace {

constexpr double kDensity = 8;  // pixels a millimetre
const cv::Matx33d kFlat(kDensity, 0, -0.5, 0, kDensity, -0.5, 0, 0, 1);

MATCHER_P2(Runs, from, to, "") {
  return arg.from == from && arg.to == to;
}

TEST(FormLines, CellsSideBySideShareTheirLines) {
  Template form;
  form.strokes = {{{20, 50, 80, 10}}, {{100, 50, 80, 10}}, {{20, 50, 160, 10}, 0.5}};
  EXPECT_THAT(lines_of(form),
              testing::UnorderedElementsAre(Runs(cv::Point2d(20, 50), cv::Point2d(180, 50)),
                                            Runs(cv::Point2d(20, 60), cv::Point2d(180, 60)),
                                            Runs(cv::Point2d(20, 50), cv::Point2d(20, 60)),
                                            Runs(cv::Point2d(100, 50), cv::Point2d(100, 60)),
                                            Runs(cv::Point2d(180, 50), cv::Point2d(180, 60))));
}

TEST(FormLines, LineIsSeenToAFractionOfAPixel) {
  cv::Mat1b page(400, 1600, std::uint8_t{250});
  // Its middle 0.6 mm, or 4.8 pixels, below where it is expected.
  cv::line(page, {80 * 16, static_cast<int>((204.8 - 0.5) * 16)},
           {1500 * 16, static_cast<int>((204.8 - 0.5) * 16)}, 20, 2, cv::LINE_AA, 4);
  const tests::DrawnPage drawn = tests::page_of(page);
  const Line line{{20, 25}, {180, 25}, 0.3};
  const SeenLine seen =
      see(line, kFlat, {.reach_mm = 1.5}, drawn.pyramid, {.paper = 250, .ink = 20});
  ASSERT_GT(seen.looked_at, 10);
  ASSERT_EQ(seen.sightings.size(), static_cast<std::size_t>(seen.looked_at));
  for (const Sighting& sighting : seen.sightings) {
    EXPECT_NEAR(miss(kFlat, sighting), 4.8, 0.15);
  }
}

TEST(FormLines, BlankPaperShowsNone) {
  const tests::DrawnPage drawn = tests::page_of(cv::Mat1b(400, 1600, std::uint8_t{250}));
  const SeenLine seen = see({{20, 25}, {180, 25}, 0.3}, kFlat, {.reach_mm = 1.5}, drawn.pyramid,
                            {.paper = 250, .ink = 20});
  EXPECT_GT(seen.looked_at, 0);
  EXPECT_TRUE(seen.sightings.empty());
}

}  // namespace
}  // namespace vermilion::pipeline::form
