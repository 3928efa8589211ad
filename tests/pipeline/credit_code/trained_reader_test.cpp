#include "pipeline/credit_code/trained_reader.hpp"

#include "samples/make.hpp"
#include "tests/support/pages.hpp"
#include "tests/support/trained.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ostream>

namespace vermilion::pipeline::credit_code {
namespace {

using samples::Copy;
using samples::Defect;
using samples::DocumentKind;

std::optional<LineReading> read(const samples::Recipe& recipe) {
  return tests::trained_reader().read(tests::page_of(samples::make(recipe)).pyramid);
}

bool overlap(const Box& a, const Box& b) {
  const cv::Rect both =
      cv::Rect(a.x, a.y, a.width, a.height) & cv::Rect(b.x, b.y, b.width, b.height);
  return both.area() > 0.5 * std::min(a.width * a.height, b.width * b.height);
}

// Of the code in the picture as it is stored.
Box stored_box(const samples::Truth& truth) {
  const Box& box = *truth.code_box;
  if (truth.turn_deg != 180) return box;
  return {truth.width - box.x - box.width, truth.height - box.y - box.height, box.width,
          box.height};
}

struct Spoilt {
  const char* how;
  int dpi;
  std::vector<samples::Planted> defects;
  int read_min;  // of eight
};
void PrintTo(const Spoilt& spoilt, std::ostream* out) {
  *out << spoilt.how;
}

class SpoiltCode : public testing::TestWithParam<Spoilt> {};

TEST_P(SpoiltCode, IsReadRightOrNotAtAll) {
  int read_right = 0;
  for (std::uint64_t seed = 901; seed < 909; ++seed) {
    const samples::Recipe recipe{.document = DocumentKind::InstitutionCertificate,
                                 .copy = Copy::BlackAndWhite,
                                 .dpi = GetParam().dpi,
                                 .seed = seed,
                                 .defects = GetParam().defects};
    const auto sample = samples::make(recipe);
    const auto reading = tests::trained_reader().read(tests::page_of(sample).pyramid);
    if (!reading) continue;
    EXPECT_EQ(reading->code->value, sample.truth.code_printed) << seed;
    EXPECT_TRUE(overlap(reading->code->box, stored_box(sample.truth))) << seed;
    EXPECT_GT(reading->code->confidence, 0) << seed;
    EXPECT_LE(reading->code->confidence, 1) << seed;
    ++read_right;
  }
  EXPECT_GE(read_right, GetParam().read_min);
}

INSTANTIATE_TEST_SUITE_P(TrainedReader, SpoiltCode,
                         testing::Values(Spoilt{"Clean", 200, {}, 7}, Spoilt{"Small", 80, {}, 5},
                                         Spoilt{"StampedOver", 200, {{Defect::SealOverCode, 1}}, 4},
                                         Spoilt{"UpsideDown", 200, {{Defect::Turn180, 180}}, 7},
                                         Spoilt{"Watermarked", 200, {{Defect::Watermark, 0.3}}, 5},
                                         Spoilt{"Photographed", 150, {{Defect::Photo, 1}}, 4}),
                         [](const auto& spoilt) { return spoilt.param.how; });

class NoCodeToRead : public testing::TestWithParam<DocumentKind> {};

TEST_P(NoCodeToRead, GivesNone) {
  for (const std::uint64_t seed : {911U, 912U})
    EXPECT_FALSE(read({.document = GetParam(), .dpi = 200, .seed = seed})) << seed;
}

INSTANTIATE_TEST_SUITE_P(TrainedReader, NoCodeToRead,
                         testing::Values(DocumentKind::LookalikeBankLetter,
                                         DocumentKind::LookalikeLetterhead,
                                         DocumentKind::LookalikeMenu, DocumentKind::IdCard));

TEST(TrainedReader, IsSilentWhereItMustBeSurerThanItIs) {
  const auto page = tests::page_of(
      samples::make({.document = DocumentKind::InstitutionCertificate, .dpi = 200, .seed = 901}));
  const auto reading = tests::trained_reader().read(page.pyramid);
  ASSERT_TRUE(reading);
  const double likelihood = std::log(reading->code->confidence);
  EXPECT_TRUE(tests::trained_reader().read(page.pyramid, likelihood - 0.01));
  EXPECT_FALSE(tests::trained_reader().read(page.pyramid, likelihood + 0.01));
}

TEST(TrainedReader, CodePrintedWrongIsNotReadAsAnother) {
  for (std::uint64_t seed = 921; seed < 929; ++seed) {
    const samples::Recipe recipe{.document = DocumentKind::MedicalLicence,
                                 .dpi = 150,
                                 .seed = seed,
                                 .defects = {{Defect::CodeWrong, 1}}};
    const auto sample = samples::make(recipe);
    const auto reading = tests::trained_reader().read(tests::page_of(sample).pyramid);
    if (!reading) continue;
    EXPECT_EQ(reading->code->value, sample.truth.code_meant) << seed;
  }
}

}  // namespace
}  // namespace vermilion::pipeline::credit_code
