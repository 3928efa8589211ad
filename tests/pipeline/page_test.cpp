#include "pipeline/page.hpp"

#include "pipeline/codec/decode.hpp"
#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>

namespace vermilion::pipeline {
namespace {

using samples::Defect;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::a_sample;
using tests::a_stamped_copy;
using tests::with;

Tools& tools() {
  static Tools read = tools_in(VERMILION_SOURCE_DIR "/models").value();
  return read;
}

// A page of a sample, and what has been done to it so far.
struct Opened {
  explicit Opened(const samples::Sample& sample, std::optional<std::string> expected = {})
      : header(*intake::examine(sample.bytes, "", sample.bytes.size()).header),
        page(*codec::decode(sample.bytes, header), header, {.document = std::move(expected)},
             tools(), costs) {}

  std::vector<std::string> done() const {
    std::vector<std::string> stages;
    for (const StageCost& cost : costs.stages()) {
      stages.push_back(cost.runs == 1 ? cost.stage : cost.stage + " x" + std::to_string(cost.runs));
    }
    return stages;
  }

  intake::Header header;
  Costs costs;
  Page page;
};

TEST(Page, NothingIsMadeBeforeItIsAskedFor) {
  Opened opened(a_sample(a_stamped_copy()));
  EXPECT_THAT(opened.done(), IsEmpty());
  opened.page.facts();
  EXPECT_THAT(opened.done(), IsEmpty());
}

TEST(Page, ProductBringsWhatItIsMadeOfAndNoMore) {
  Opened opened(a_sample(a_stamped_copy()));
  opened.page.lines();
  EXPECT_THAT(opened.done(), ElementsAre("pyramid", "light", "lines", "turn"));
  opened.page.sharpness();
  EXPECT_THAT(opened.done(), ElementsAre("pyramid", "light", "lines", "turn", "sharpness"));
}

TEST(Page, CreditCodeIsReadFromSymbolsAndLinesWithoutSealsOrScale) {
  Opened opened(a_sample(a_stamped_copy()));
  ASSERT_TRUE(opened.page.credit_code().code);
  EXPECT_EQ(opened.page.credit_code().code->value, a_sample(a_stamped_copy()).truth.code_printed);
  EXPECT_THAT(opened.done(),
              ElementsAre("pyramid", "light", "lines", "turn", "qr", "qr region", "credit code"));
}

TEST(Page, AskedAgainNothingIsMadeAgain) {
  Opened opened(a_sample(a_stamped_copy()), "business_licence");
  for (int time = 0; time < 3; ++time) {
    opened.page.seals();
    opened.page.skew_deg();
    opened.page.cut_edges();
    opened.page.upscaling();
    opened.page.credit_code();
    opened.page.document_kind();
    opened.page.image_fact();
    opened.page.facts();
  }
  EXPECT_THAT(opened.done(),
              UnorderedElementsAre("pyramid", "light", "lines", "turn", "capture", "seals",
                                   "seal measures", "skew", "cut edges", "sharpness", "qr",
                                   "qr region", "credit code", "document kind"));
}

TEST(Page, SameObjectIsHandedOutEachTime) {
  Opened opened(a_sample(a_stamped_copy()));
  EXPECT_EQ(&opened.page.seals(), &opened.page.seals());
  EXPECT_EQ(&opened.page.pyramid(), &opened.page.pyramid());
  EXPECT_EQ(&opened.page.symbols(), &opened.page.symbols());
}

// The facts tell what is there; they do not set anything going.
TEST(Page, FactsMakeNothing) {
  Opened opened(a_sample(a_stamped_copy()));
  opened.page.seals();
  const auto before = opened.done();
  const Facts facts = opened.page.facts();
  EXPECT_EQ(opened.done(), before);
  EXPECT_TRUE(facts.seals);
  EXPECT_FALSE(facts.page || facts.qr || facts.credit_code || facts.document);
}

// Sharpness and the edges are known, the enlargement was not asked for.
TEST(Page, FactsOfAPageDoNotLookForItsEnlargement) {
  Opened opened(a_sample(with(a_stamped_copy(), Defect::Blur, 0.35)));
  opened.page.sharpness();
  opened.page.cut_edges();
  opened.page.image_fact();
  const auto before = opened.done();
  opened.page.facts();
  EXPECT_EQ(opened.done(), before);
}

TEST(Page, PlacesAreThoseOfTheUprightPage) {
  for (const auto& [turn, degrees] :
       {std::pair(Defect::Turn90, 90), {Defect::Turn180, 180}, {Defect::Turn270, 270}}) {
    const auto& sample = a_sample(with(a_stamped_copy(), turn, degrees));
    Opened opened(sample);
    EXPECT_EQ(opened.page.turn().clockwise_deg, degrees);
    EXPECT_EQ(opened.page.pyramid().luma(0).cols, sample.truth.width);
    ASSERT_EQ(opened.page.symbols().size(), 1u) << degrees;
    const Facts facts = opened.page.facts();
    EXPECT_GT(tests::overlap(facts.qr->front().box, sample.truth.qr.front().box), 0.7) << degrees;
  }
}

TEST(Page, TurnedPageIsTurnedOnceForAllItsProducts) {
  Opened opened(a_sample(with(a_stamped_copy(), Defect::Turn90, 90)));
  opened.page.lines();
  opened.page.seals();
  EXPECT_THAT(opened.done(), UnorderedElementsAre("pyramid", "light", "lines", "turn", "turning",
                                                  "seals", "capture", "seal measures"));
}

// The sheet is as wide as A4 and the resolution follows from it.
TEST(Page, ScaleComesFromTheSheetWhereItIsWhole) {
  Opened opened(a_sample(a_stamped_copy()));
  ASSERT_TRUE(opened.page.px_per_mm());
  EXPECT_NEAR(*opened.page.px_per_mm(), 200 / 25.4, 0.1);
  EXPECT_EQ(opened.page.scale().source, ScaleSource::Page);
}

TEST(Page, ExpectedDocumentIsTheOneOfThePlan) {
  EXPECT_EQ(Opened(a_sample(a_stamped_copy()), "id_card").page.expected_document(), "id_card");
  EXPECT_FALSE(Opened(a_sample(a_stamped_copy())).page.expected_document());
}

}  // namespace
}  // namespace vermilion::pipeline
