#include "pipeline/inspect.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "pipeline/decide.hpp"
#include "rules/forms/drawing/facsimiles.hpp"
#include "samples/random.hpp"
#include "tests/rules/forms/printed_forms.hpp"
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
using tests::only;
using tests::with;

using Stages = std::set<std::string>;

Stages stages_of(const Report& report) {
  Stages stages;
  for (const StageCost& cost : report.costs) stages.insert(cost.stage);
  return stages;
}

Plan plan_of(const std::vector<std::string>& checks) {
  Plan plan;
  for (const std::string& check : checks) plan.checks.push_back({.check = check});
  return plan;
}

Plan plan_of_everything() {
  Plan plan;
  for (const auto& check : check_descriptions()) {
    plan.checks.push_back({.check = std::string(check.id)});
  }
  plan.document = "business_licence";
  plan.expected_code = "91360000625912173B";
  return plan;
}

// What every readable report takes: size, resolution, turn and skew are facts of the image itself.
const Stages kOfTheImage{"digest", "intake", "decode", "page area", "pyramid",
                         "light",  "lines",  "turn",   "skew",      "capture"};

struct Work {
  std::string check;
  Stages stages;  // besides those of the image

  friend std::ostream& operator<<(std::ostream& out, const Work& work) { return out << work.check; }
};

const std::vector<Work>& work_of_checks() {
  static const std::vector<Work> kWork{
      {"page_upright", {}},
      {"page_straight", {}},
      {"page_sharp", {"sharpness"}},
      {"page_bright", {}},
      {"page_resolution", {}},
      {"page_original_size", {"sharpness"}},
      {"page_whole", {"cut edges"}},
      {"page_scanned", {}},
      {"seal_present", {"seals", "seal measures"}},
      {"seal_red", {"seals", "seal measures"}},
      {"seal_strong", {"seals", "seal measures"}},
      {"seal_sharp", {"seals", "seal measures"}},
      {"seal_border_whole", {"seals", "seal measures"}},
      {"seal_not_smeared", {"seals", "seal measures"}},
      {"seal_on_white", {"seals", "seal measures"}},
      {"seal_free_of_specks", {"seals", "seal measures"}},
      {"seal_stamped", {"seals", "seal measures"}},
      {"seal_clear_of_text", {"seals", "seal measures"}},
      {"credit_code_readable", {"qr", "qr region", "credit code"}},
      {"form_code_readable", {"qr", "qr region"}},
      {"document_kind_matches", {}},  // without an expected kind; with one, see below
      // Without a form, a name or a day in the plan these look at nothing.
      {"form_original_size", {}},
      {"boxes_stamped", {}},
      {"seals_in_their_boxes", {}},
      {"seals_inside_boxes", {}},
      {"seals_of_right_shape", {}},
      {"legal_seal_red", {}},
      {"seals_clear_of_key", {}},
      {"signature_by_hand", {}},
      {"signature_level", {}},
      {"signature_width", {}},
      {"fields_as_printed", {}},
      {"fields_filled_in", {}},
      {"boxes_ticked", {}},
      {"seal_number_legible", {}},
      {"seal_names_organisation", {}},
      {"letter_lasts", {}},
      {"licence_in_force", {}},
      {"card_in_force", {}},
  };
  return kWork;
}

class WorkOfCheck : public testing::TestWithParam<Work> {};

TEST_P(WorkOfCheck, PlanOfOneMakesItsProductsOnceAndNoOthers) {
  Stages expected = kOfTheImage;
  expected.insert(GetParam().stages.begin(), GetParam().stages.end());
  const Report report = inspected(a_sample(a_stamped_copy()), only(GetParam().check));
  EXPECT_EQ(stages_of(report), expected);
  for (const StageCost& cost : report.costs) EXPECT_EQ(cost.runs, 1) << cost.stage;
}

INSTANTIATE_TEST_SUITE_P(, WorkOfCheck, testing::ValuesIn(work_of_checks()),
                         [](const auto& work) { return work.param.check; });

TEST(WorkOfChecks, TableKnowsEveryCheckOfTheCatalogue) {
  std::vector<std::string> known;
  for (const Work& work : work_of_checks()) known.push_back(work.check);
  std::vector<std::string> all;
  for (const auto& check : check_descriptions()) all.emplace_back(check.id);
  EXPECT_THAT(known, testing::UnorderedElementsAreArray(all));
}

TEST(WorkOfChecks, TitleIsReadOnlyWhereAKindIsExpected) {
  Plan plan = only("document_kind_matches");
  plan.document = "business_licence";
  EXPECT_TRUE(stages_of(inspected(a_sample(a_stamped_copy()), plan)).contains("document kind"));
}

TEST(WorkOfChecks, EmptyPlanLooksAtTheImageOnly) {
  EXPECT_EQ(stages_of(inspected(a_sample(a_stamped_copy()), Plan{})), kOfTheImage);
}

TEST(WorkOfChecks, GreySealsAreLookedForOnlyWhereNoneIsRed) {
  const auto stamped = inspected(a_sample(a_stamped_copy()), only("seal_present"));
  EXPECT_FALSE(stages_of(stamped).contains("grey seals"));
  const auto copied =
      inspected(a_sample(with(a_stamped_copy(), Defect::SealBw)), only("seal_present"));
  EXPECT_TRUE(stages_of(copied).contains("grey seals"));
}

// A sheet that is no longer A4 does not tell its scale; the ring of a seal does.
TEST(WorkOfChecks, SealsAreLookedForToGetTheScaleOfACutSheet) {
  const auto report =
      inspected(a_sample(with(a_stamped_copy(), Defect::Cropped, 30)), only("page_resolution"));
  EXPECT_TRUE(stages_of(report).contains("seals"));
  EXPECT_FALSE(stages_of(report).contains("seal measures"));
  EXPECT_EQ(report.image->dpi_source, ScaleSource::Seal);
}

// Pages that take different ways through the stages: turned, in colour, without red, cut,
// unreadable code, nothing to be found.
std::vector<Recipe> varied_recipes() {
  Recipe colour = a_stamped_copy();
  colour.copy = Copy::Colour;
  Recipe lookalike;
  lookalike.document = DocumentKind::LookalikeMosaic;
  Recipe on_a_screen = a_stamped_copy();
  on_a_screen.frame = samples::Frame::Screenshot;
  Recipe two_on_one = a_stamped_copy();
  two_on_one.composition = samples::Composition::TwoOnOne;
  Recipe unreadable = with(a_stamped_copy(2), Defect::Blur, 0.35);
  unreadable.document = DocumentKind::InstitutionCertificate;
  return {a_stamped_copy(),
          colour,
          lookalike,
          unreadable,
          with(a_stamped_copy(), Defect::Turn180, 180),
          with(a_stamped_copy(), Defect::SealBw),
          with(a_stamped_copy(), Defect::Cropped, 30),
          on_a_screen,
          two_on_one};
}

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
  auto another = Inspector::create(std::string(VERMILION_SOURCE_DIR) + "/models");
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

// What deciding by the measurements of this report comes to under a plan.
std::vector<Finding> decided(const Report& report, const Plan& plan) {
  std::vector<Finding> findings;
  for (const CheckRequest& request : plan.checks) {
    const auto measured = report.measurements.find(request.check);
    if (measured == report.measurements.end()) continue;
    const auto& description = checks::find(request.check)->description;
    for (Finding& found : decide(description, measured->second, request)) {
      findings.push_back(std::move(found));
    }
  }
  return findings;
}

// The same plan with every threshold anywhere between its bounds.
Plan with_other_thresholds(Plan plan, samples::Random random) {
  for (CheckRequest& request : plan.checks) {
    for (const auto& parameter : checks::find(request.check)->description.parameters) {
      request.parameters[std::string(parameter.name)] =
          random.uniform(parameter.min, parameter.max);
    }
  }
  return plan;
}

TEST(Measurements, DecidedUnderOtherThresholdsGiveWhatAnotherInspectionFinds) {
  const Plan plan = plan_of_everything();
  std::size_t changed = 0;
  for (const Recipe& recipe : varied_recipes()) {
    const Report report = inspected(a_sample(recipe), plan);
    EXPECT_EQ(decided(report, plan), report.findings);
    for (const std::uint64_t seed : {1, 2, 3}) {
      const Plan other = with_other_thresholds(plan, samples::Random(seed));
      const Report again = inspected(a_sample(recipe), other);
      EXPECT_EQ(decided(report, other), again.findings);
      EXPECT_EQ(report.measurements, again.measurements);
      changed += again.findings == report.findings ? 0 : 1;
    }
  }
  EXPECT_GT(changed, varied_recipes().size());
}

// The checks that saw something, each the values it decides by.
std::set<std::string> checks_that_measured(const Report& report) {
  std::set<std::string> measured_checks;
  for (const auto& [id, measurements] : report.measurements) {
    const auto& description = checks::find(id)->description;
    for (const Measurement& measured : measurements) {
      measured_checks.insert(id);
      std::set<std::string_view> values;
      for (const auto& [name, value] : measured.values) {
        // As many as the number of a seal has digits, the score of each.
        if (!name.starts_with("digit_0") && !name.starts_with("digit_1")) values.insert(name);
      }
      EXPECT_EQ(values, std::set<std::string_view>(description.measures.begin(),
                                                   description.measures.end()))
          << id;
      EXPECT_NE(std::ranges::find(description.finds, measured.code), description.finds.end()) << id;
    }
  }
  return measured_checks;
}

struct HandedIn {
  const char* project;
  const char* document;
  std::vector<samples::FormFault> faults;
};

TEST(Measurements, HoldTheValuesTheirCheckDecidesByAndNoOthers) {
  const std::vector<HandedIn> kForms{
      {"housing_inside", "application_form", {}},
      {"housing_inside", "authorisation_letter", {}},
      {"yingtan_sunshine", "seal_sheet", {}},
      {"yingtan_sunshine", "seal_sheet", {samples::FormFault::SignatureVertical}}};
  Plan plan = plan_of_everything();
  plan.today = std::chrono::sys_days(std::chrono::year(2026) / 11 / 21);
  plan.fields = {{"organisation", "某某有限公司"}};
  std::vector<Report> reports;
  for (const Recipe& recipe : varied_recipes()) {
    reports.push_back(inspected(a_sample(recipe), plan));
  }
  for (const auto& [project, document, faults] : kForms) {
    const auto form = tests::printed_form(project, document);
    plan.form = form.form;
    ASSERT_TRUE(rules::forms::drawing::add_facsimiles(plan));
    const auto scan = tests::handed_in(form, {.seed = 1, .faults = faults});
    reports.push_back(tests::inspector().inspect(scan.bytes, "form.jpg", plan));
  }
  std::set<std::string> measured_checks;
  for (const Report& report : reports) {
    measured_checks.merge(checks_that_measured(report));
  }
  std::set<std::string> silent;
  for (const auto& check : check_descriptions()) {
    if (!measured_checks.contains(std::string(check.id))) silent.emplace(check.id);
  }
  // No form of ours has a square to tick by hand, and these pages name no last day.
  EXPECT_THAT(silent, testing::ElementsAre("boxes_ticked", "card_in_force", "letter_lasts",
                                           "licence_in_force"));
}

TEST(Measurements, TwoRulesOfOneCheckDecideByOneLook) {
  Plan plan = plan_of({"page_straight", "page_straight"});
  plan.checks.front().parameters = {{"skew_max_deg", 1}};
  const auto report = inspected(a_sample(with(a_stamped_copy(), Defect::Skew, 2)), plan);
  EXPECT_EQ(tests::codes(report), "IMG_SKEW");
  EXPECT_EQ(report.measurements.at("page_straight").size(), 1u);
}

TEST(Measurements, OfWhatNobodyAskedForAreAbsent) {
  const auto report = inspected(a_sample(a_stamped_copy()), only("seal_present"));
  EXPECT_EQ(report.measurements.size(), 1u);
  EXPECT_EQ(
      inspected(a_sample(a_stamped_copy()), only("document_kind_matches")).measurements.size(), 0u);
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
