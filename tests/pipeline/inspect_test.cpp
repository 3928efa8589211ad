#include "pipeline/inspect.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "samples/random.hpp"
#include "tests/pipeline/plans.hpp"
#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <iterator>
#include <ostream>
#include <set>
#include <sstream>

namespace vermilion::pipeline {
namespace {

using samples::Copy;
using samples::Defect;
using samples::DocumentKind;
using samples::Recipe;
using testing::IsEmpty;
using tests::a_sample;
using tests::a_stamped_copy;
using tests::inspected;
using tests::kOfTheImage;
using tests::only;
using tests::plan_of;
using tests::plan_of_everything;
using tests::Stages;
using tests::stages_of;
using tests::varied_recipes;
using tests::with;

TEST(Inspect, NothingIsMadeTwiceWhateverThePage) {
  for (const Recipe& recipe : varied_recipes()) {
    const Report report = inspected(a_sample(recipe), plan_of_everything());
    EXPECT_GT(report.costs.size(), kOfTheImage.size());
    for (const StageCost& cost : report.costs) EXPECT_EQ(cost.runs, 1) << cost.stage;
  }
}

// Everything but the costs, numbers to their last bit.
std::string written(const Report& report) {
  std::ostringstream out;
  out << std::hexfloat;
  const auto box = [&](const Box& b) {
    out << " [" << b.x << ' ' << b.y << ' ' << b.width << ' ' << b.height << ']';
  };
  out << report.file << ' ' << report.sha256 << ' ' << report.bytes << ' ' << report.readable;
  if (const auto& image = report.image) {
    out << '\n'
        << name(image->format) << ' ' << image->width << ' ' << image->height << ' '
        << image->dpi.value_or(-1) << ' ' << name(image->dpi_source) << ' ' << image->rotation_deg
        << ' ' << image->skew_deg;
    if (image->page_area) box(*image->page_area);
  }
  if (const auto& page = report.facts.page) {
    out << '\n'
        << page->edge_spread_mm.value_or(-1) << ' ' << page->worst_edge_spread_mm.value_or(-1)
        << ' ' << page->paper << ' ' << page->contrast << ' ' << page->upscaling << ' '
        << page->photo << ' ' << page->cropped;
  }
  for (const SealFact& seal : report.facts.seals.value_or(std::vector<SealFact>{})) {
    out << '\n' << name(seal.shape) << ' ' << name(seal.role);
    box(seal.box);
    for (const double value :
         {seal.angle_deg, seal.diameter_mm.value_or(-1), seal.redness, seal.clarity, seal.strength,
          seal.border, seal.smear, seal.cleanliness, seal.background, seal.printed}) {
      out << ' ' << value;
    }
    for (const std::string& covered : seal.covers) out << ' ' << covered;
  }
  for (const QrFact& qr : report.facts.qr.value_or(std::vector<QrFact>{})) {
    out << '\n' << qr.text << ' ' << qr.read_by;
    box(qr.box);
  }
  if (const auto& code = report.facts.credit_code) {
    out << '\n' << code->value << ' ' << name(code->source) << ' ' << code->confidence;
    box(code->box);
    for (const std::string& other : code->alternatives) out << ' ' << other;
  }
  if (const auto& code = report.facts.expected_code) {
    out << '\n' << code->value << ' ' << code->matches << ' ' << code->likelihood;
    box(code->box);
  }
  if (const auto& document = report.facts.document) {
    out << '\n' << document->kind << ' ' << document->title;
    box(document->box);
  }
  for (const Finding& found : report.findings) {
    out << '\n'
        << name(found.code) << ' ' << name(found.level) << ' ' << found.check << ' ' << found.rule
        << ' ' << found.value.value_or(-1) << ' ' << found.threshold.value_or(-1);
    if (found.box) box(*found.box);
    for (const auto& [placeholder, word] : found.words) out << ' ' << placeholder << '=' << word;
  }
  return out.str();
}

TEST(Inspect, SameBytesGiveTheSameReportWhateverCameInBetween) {
  const Plan plan = plan_of_everything();
  std::vector<std::string> first;
  for (const Recipe& recipe : varied_recipes()) {
    first.push_back(written(inspected(a_sample(recipe), plan)));
  }
  std::vector<std::string> second;
  for (const Recipe& recipe : varied_recipes()) {
    second.push_back(written(inspected(a_sample(recipe), plan)));
  }
  EXPECT_EQ(first, second);
}

TEST(Inspect, AnotherInspectorGivesTheSameReport) {
  auto another = Inspector::create(VERMILION_SOURCE_DIR "/models");
  ASSERT_TRUE(another) << another.error().detail;
  const auto& sample = a_sample(a_stamped_copy());
  EXPECT_EQ(written(another->inspect(sample.bytes, "sample.jpg", plan_of_everything())),
            written(inspected(sample, plan_of_everything())));
}

TEST(Inspect, FindingsStandInTheOrderOfThePlan) {
  const auto& sample = a_sample(with(a_stamped_copy(), Defect::Blur, 0.35));
  const auto order_of = [&](const std::vector<std::string>& checks) {
    std::vector<std::string> order;
    for (const auto& found : inspected(sample, plan_of(checks)).findings) {
      order.push_back(found.check);
    }
    return order;
  };
  EXPECT_THAT(order_of({"page_sharp", "seal_sharp"}),
              testing::ElementsAre("page_sharp", "seal_sharp"));
  EXPECT_THAT(order_of({"seal_sharp", "page_sharp"}),
              testing::ElementsAre("seal_sharp", "page_sharp"));
}

TEST(Inspect, FindingQuotesItsRuleAndTakesTheLevelTheRuleWants) {
  Plan plan = only("page_upright");
  plan.checks.front().rule = "housing_outside/business_licence/upright";
  plan.checks.front().levels = {{FindingCode::ImgTurned, Level::Block}};
  const auto report = inspected(a_sample(with(a_stamped_copy(), Defect::Turn180, 180)), plan);
  ASSERT_EQ(tests::codes(report), "IMG_TURNED");
  EXPECT_EQ(report.findings.front().check, "page_upright");
  EXPECT_EQ(report.findings.front().rule, "housing_outside/business_licence/upright");
  EXPECT_EQ(report.findings.front().level, Level::Block);
}

TEST(Inspect, LevelOfAnotherCodeChangesNothing) {
  Plan plan = only("page_upright");
  plan.checks.front().levels = {{FindingCode::ImgDark, Level::Block}};
  const auto report = inspected(a_sample(with(a_stamped_copy(), Defect::Turn180, 180)), plan);
  ASSERT_EQ(tests::codes(report), "IMG_TURNED");
  EXPECT_EQ(report.findings.front().level, Level::Note);
}

TEST(Inspect, ImageFactsAreThoseOfTheUprightPage) {
  const auto& sample = a_sample(with(a_stamped_copy(), Defect::Turn90, 90));
  const auto report = inspected(sample, Plan{});
  ASSERT_TRUE(report.image);
  EXPECT_EQ(report.image->format, ImageFormat::Jpeg);
  EXPECT_EQ(report.image->width, sample.truth.width);
  EXPECT_EQ(report.image->height, sample.truth.height);
  EXPECT_EQ(report.image->rotation_deg, 90);
  EXPECT_NEAR(report.image->skew_deg, sample.truth.skew_deg, 0.2);
  ASSERT_TRUE(report.image->dpi);
  EXPECT_NEAR(*report.image->dpi, sample.truth.dpi, 2);
  EXPECT_EQ(report.bytes, sample.bytes.size());
  EXPECT_TRUE(report.readable);
}

TEST(Inspect, FactsNobodyAskedForAreAbsent) {
  const auto& sample = a_sample(a_stamped_copy());
  const Facts nothing = inspected(sample, Plan{}).facts;
  EXPECT_FALSE(nothing.page || nothing.seals || nothing.qr || nothing.credit_code ||
               nothing.document);
  const Facts seals = inspected(sample, only("seal_present")).facts;
  EXPECT_TRUE(seals.seals);
  EXPECT_FALSE(seals.page || seals.qr || seals.credit_code || seals.document);
  const Facts code = inspected(sample, only("credit_code_readable")).facts;
  EXPECT_TRUE(code.qr && code.credit_code);
  EXPECT_FALSE(code.page || code.seals || code.document);
  const Facts page =
      inspected(sample, plan_of({"page_sharp", "page_whole", "page_original_size"})).facts;
  EXPECT_TRUE(page.page);
  EXPECT_FALSE(page.seals || page.qr || page.credit_code || page.document);
}

TEST(Inspect, SmallPicturesOfSealsAreTakenWhereThePlanWantsThem) {
  const auto& sample = a_sample(a_stamped_copy());
  const Facts plain = inspected(sample, only("seal_present")).facts;
  ASSERT_EQ(plain.seals.value().size(), 1u);
  EXPECT_EQ(plain.seals->front().picture, "");
  const Report report = inspected(sample, Plan{.seal_pictures = true});
  ASSERT_EQ(report.facts.seals.value().size(), 1u);
  EXPECT_EQ(report.facts.seals->front().picture.size(), 1368u);
  EXPECT_TRUE(stages_of(report).contains("seal pictures"));
}

// Asked for and not found is empty, so that nobody takes it for not asked.
TEST(Inspect, SealsThatAreNotThereAreAnEmptyList) {
  Recipe recipe;
  recipe.document = DocumentKind::LookalikeMenu;
  const Facts facts = inspected(a_sample(recipe), only("seal_present")).facts;
  ASSERT_TRUE(facts.seals);
  EXPECT_THAT(*facts.seals, IsEmpty());
}

Report report_on(std::string_view bytes, std::string_view file, const Plan& plan) {
  return tests::inspector().inspect(std::as_bytes(std::span(bytes)), file, plan);
}

void expect_refused(const Report& report, std::string_view code, std::string_view by,
                    const Stages& stages) {
  ASSERT_EQ(tests::codes(report), code);
  EXPECT_EQ(report.findings.front().check, by);
  EXPECT_FALSE(report.readable);
  EXPECT_FALSE(report.image);
  EXPECT_FALSE(report.facts.page || report.facts.seals || report.facts.qr ||
               report.facts.credit_code || report.facts.document);
  EXPECT_EQ(stages_of(report), stages);
}

TEST(Inspect, WhatIsNoPictureIsRefusedBeforeItIsDecoded) {
  expect_refused(report_on("<html>not a scan</html>", "scan.jpg", plan_of_everything()), "FMT_TYPE",
                 "intake", {"digest", "intake"});
  expect_refused(report_on("", "scan.jpg", plan_of_everything()), "FMT_EMPTY", "intake",
                 {"digest", "intake"});
}

TEST(Inspect, RefusedFileIsStillNamedAndCounted) {
  const auto report = report_on("abc", "scan.jpg", Plan{});
  EXPECT_EQ(report.file, "scan.jpg");
  EXPECT_EQ(report.bytes, 3u);
  EXPECT_EQ(report.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Inspect, FileOverTheLimitOfThePlanIsRefusedBeforeItIsDecoded) {
  const auto& sample = a_sample(a_stamped_copy());
  Plan plan = plan_of_everything();
  plan.max_bytes = sample.bytes.size() - 1;
  expect_refused(inspected(sample, plan), "FMT_SIZE", "intake", {"digest", "intake"});
  plan = only("page_upright");
  plan.max_bytes = sample.bytes.size();
  EXPECT_TRUE(inspected(sample, plan).readable);
}

// Cut and given an end again, so that only the decoder can tell.
TEST(Inspect, DamagedFileIsRefusedByTheDecoderAndNoCheckRuns) {
  const auto& sample = a_sample(a_stamped_copy());
  std::vector<std::byte> cut(sample.bytes.begin(),
                             sample.bytes.begin() + std::ssize(sample.bytes) / 2);
  cut.insert(cut.end(), {std::byte{0xFF}, std::byte{0xD9}});
  expect_refused(tests::inspector().inspect(cut, "scan.jpg", plan_of_everything()), "IMG_CORRUPT",
                 "decode", {"digest", "intake", "decode"});
}

long threads_of_this_process() {
  return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

// Tesseract asks OpenMP for four threads by number, so that setting their number did not stop it:
// a title took 1.7 s instead of 0.3 s where other scans were read beside it, and the costs counted
// a quarter of it.
TEST(Inspect, WorkIsDoneOnTheThreadThatAsks) {
  Plan plan = only("document_kind_matches");
  plan.document = "business_licence";
  const auto& sample = a_sample(a_stamped_copy());
  const long before = threads_of_this_process();
  ASSERT_TRUE(inspected(sample, plan).facts.document);
  EXPECT_EQ(threads_of_this_process(), before);
}

TEST(Inspect, WrongExtensionIsSaidAndThePageLookedAtAllTheSame) {
  const auto& sample = a_sample(with(a_stamped_copy(), Defect::Turn180, 180));
  const auto report = tests::inspector().inspect(sample.bytes, "scan.png", only("page_upright"));
  EXPECT_EQ(tests::codes(report), "FMT_MISMATCH IMG_TURNED");
  EXPECT_TRUE(report.readable);
}

TEST(Inspect, ModelsThatAreMissingAreAnErrorWithTheirFolder) {
  const auto made = Inspector::create("/nowhere/models");
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().kind, ErrorKind::ModelMissing);
  EXPECT_THAT(made.error().detail, testing::HasSubstr("/nowhere/models"));
}

}  // namespace
}  // namespace vermilion::pipeline
