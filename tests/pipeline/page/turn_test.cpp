#include "pipeline/page/turn.hpp"

#include "samples/documents/catalogue.hpp"
#include "samples/make.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/trained.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace vermilion::pipeline::page {
namespace {

using samples::DocumentKind;

Turn turn(const tests::DrawnPage& page) {
  return turn_of(page.pyramid, page.lines, tests::turn_net());
}

// The picture as it is stored when it has to be turned clockwise to be upright.
cv::Mat1b lying(const cv::Mat1b& upright, int clockwise_deg) {
  if (clockwise_deg == 0) return upright;
  cv::Mat1b stored;
  if (clockwise_deg == 90) cv::rotate(upright, stored, cv::ROTATE_90_COUNTERCLOCKWISE);
  if (clockwise_deg == 180) cv::rotate(upright, stored, cv::ROTATE_180);
  if (clockwise_deg == 270) cv::rotate(upright, stored, cv::ROTATE_90_CLOCKWISE);
  return stored;
}

TEST(Turn, DocumentsAreTurnedUprightFromEverySide) {
  int right = 0;
  int all = 0;
  for (const auto document :
       {DocumentKind::BusinessLicence2014, DocumentKind::BusinessLicence2019,
        DocumentKind::InstitutionCertificate, DocumentKind::AssociationCertificate,
        DocumentKind::MedicalLicence, DocumentKind::AuthorisationLetter, DocumentKind::SealSheet}) {
    for (const std::uint64_t seed : {1U, 2U}) {
      const auto sample = samples::make({.document = document, .dpi = 150, .seed = seed});
      const cv::Mat1b luma = tests::planes_of(sample).luma;
      for (const int deg : {0, 90, 180, 270}) {
        const Turn found = turn(tests::page_of(lying(luma, deg)));
        ++all;
        right += found.clockwise_deg == deg;
        // Undecided leaves the page as it is; a wrong turn would be worse.
        EXPECT_TRUE(found.clockwise_deg == deg || found.lead == 0)
            << samples::documents::describe(document).name() << " seed " << seed << " at " << deg;
      }
    }
  }
  EXPECT_EQ(all, 56);
  EXPECT_GE(right, 54);
}

TEST(Turn, PageAskewIsStillTurnedRight) {
  for (const int deg : {90, 180, 270}) {
    const auto sample = samples::make({.document = DocumentKind::AuthorisationLetter,
                                       .dpi = 150,
                                       .seed = 3,
                                       .defects = {{samples::Defect::Skew, 5}}});
    EXPECT_EQ(turn(tests::page_of(lying(tests::planes_of(sample).luma, deg))).clockwise_deg, deg);
  }
}

TEST(Turn, PageWithTooLittlePrintStaysAsItIs) {
  for (const auto size : {cv::Size(1240, 1754), cv::Size(1754, 1240), cv::Size(16, 16)}) {
    const Turn found = turn(tests::page_of(cv::Mat1b(size, uchar{245})));
    EXPECT_EQ(found.clockwise_deg, 0);
    EXPECT_EQ(found.lead, 0);
  }
  cv::Mat1b one_row(1754, 1240, uchar{245});
  tests::draw(one_row, {{600, 800}, 90, 20});
  EXPECT_EQ(turn(tests::page_of(one_row)).clockwise_deg, 0);
}

TEST(TurnWindows, LieAlongTheLineAndHoldInk) {
  const auto page = tests::page_of(tests::text_page({1240, 1754}, 26));
  ASSERT_FALSE(page.lines.lines.empty());
  for (const TextLine& line : page.lines.lines) {
    const auto windows = turn_windows(page.pyramid, line);
    EXPECT_GE(windows.size(), 4U);
    EXPECT_LE(windows.size(), 8U);
    for (const TurnWindow& window : windows) {
      const auto [paper, ink] = std::ranges::minmax(window);
      EXPECT_EQ(paper, 0);
      EXPECT_EQ(ink, 1);
    }
  }
}

TEST(TurnWindows, BlankStretchHasNone) {
  const Pyramid pyramid({.luma = cv::Mat1b(400, 800, uchar{245})});
  EXPECT_TRUE(turn_windows(pyramid, {.centre = {400, 200}, .length = 500, .height = 24}).empty());
}

}  // namespace
}  // namespace vermilion::pipeline::page
