#include "pipeline/credit_code/localiser.hpp"

#include "samples/make.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/trained.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <cmath>

namespace vermilion::pipeline::credit_code {
namespace {

using samples::Copy;
using samples::Defect;
using samples::DocumentKind;

bool covers(const page::TextLine& line, const Box& box) {
  const cv::Point2f centre(static_cast<float>(box.x) + static_cast<float>(box.width) / 2,
                           static_cast<float>(box.y) + static_cast<float>(box.height) / 2);
  const auto length = static_cast<float>(std::max(box.width, box.height));
  return cv::norm(line.centre - centre) < 0.25 * static_cast<double>(length) &&
         line.length > 0.6F * length && line.length < 1.6F * length;
}

class CodeLocated : public testing::TestWithParam<samples::Recipe> {};

TEST_P(CodeLocated, AmongTheLikeliestPlaces) {
  const samples::Sample sample = samples::make(GetParam());
  const auto page = tests::page_of(sample);
  const auto lines = tests::localiser().locate(page.pyramid);
  ASSERT_FALSE(lines.empty());
  EXPECT_LE(lines.size(), 4U);
  EXPECT_TRUE(std::ranges::any_of(
      lines, [&](const page::TextLine& line) { return covers(line, *sample.truth.code_box); }));
}

INSTANTIATE_TEST_SUITE_P(
    Localiser, CodeLocated,
    testing::Values(
        samples::Recipe{DocumentKind::BusinessLicence2019, Copy::Colour, 200, 901},
        samples::Recipe{DocumentKind::BusinessLicence2014, Copy::Colour, 150, 902},
        samples::Recipe{DocumentKind::InstitutionCertificate, Copy::BlackAndWhite, 100, 903},
        samples::Recipe{DocumentKind::AuthorisationLetter, Copy::BlackAndWhite, 200, 904},
        samples::Recipe{
            DocumentKind::BusinessLicence2019, Copy::Colour, 100, 905, {{Defect::Photo, 1}}}));

TEST(LocaliserOfAPart, SeesWhatLiesInItAndNothingBesideIt) {
  const samples::Sample sample =
      samples::make({DocumentKind::BusinessLicence2019, Copy::Colour, 200, 901});
  const auto page = tests::page_of(sample);
  const Box& code = *sample.truth.code_box;
  const cv::Size size = page.pyramid.luma(0).size();
  const cv::Rect with(cv::Point(0, std::max(0, code.y - 300)), cv::Point(size.width, code.y + 401));
  const auto lines = tests::localiser().locate(page.pyramid, with);
  ASSERT_FALSE(lines.empty());
  EXPECT_TRUE(covers(lines.front(), code));
  const cv::Rect below(cv::Point(0, code.y + code.height + 60), cv::Point(size));
  for (const page::TextLine& line : tests::localiser().locate(page.pyramid, below))
    EXPECT_FALSE(covers(line, code));
}

TEST(LocaliserOfAnything, SeesNothingOnABlankPage) {
  EXPECT_TRUE(
      tests::localiser().locate(page::Pyramid({.luma = cv::Mat1b(1200, 800, uchar{250})})).empty());
}

TEST(LocaliserOfAnything, TakesPicturesOfAnyShape) {
  for (const cv::Size size : {cv::Size(16, 16), cv::Size(3000, 20), cv::Size(20, 3000)})
    EXPECT_LE(
        tests::localiser().locate(page::Pyramid({.luma = cv::Mat1b(size, uchar{200})})).size(), 4U);
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
