#include "service/workers/report_text.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "rules/general.hpp"
#include "rules/judge.hpp"
#include "rules/report_json.hpp"
#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <random>

namespace vermilion::service::workers {
namespace {

using tests::a_stamped_copy;
using tests::with;

pipeline::Plan a_plan() {
  pipeline::Plan plan = rules::general_plan(pipeline::check_descriptions());
  plan.seal_pictures = true;
  return plan;
}

pipeline::Report a_report(const samples::Recipe& recipe) {
  return tests::inspected(tests::a_sample(recipe), a_plan());
}

auto arrived(std::string_view text) {
  return report_of(text, a_plan(), pipeline::check_descriptions());
}

std::string document_of(const pipeline::Report& report) {
  return rules::to_json(report, rules::judge(report, {}), true).dump();
}

class ReportText : public testing::TestWithParam<samples::Recipe> {};

TEST_P(ReportText, GivesTheSameDocumentOnTheOtherSide) {
  const auto report = a_report(GetParam());
  const auto read = arrived(report_text(report));
  ASSERT_TRUE(read) << read.error();
  EXPECT_EQ(document_of(*read), document_of(report));
  EXPECT_EQ(read->measurements, report.measurements);
  EXPECT_EQ(read->costs, report.costs);
  EXPECT_EQ(read->findings, report.findings);
  ASSERT_EQ(read->facts.seals.has_value(), report.facts.seals.has_value());
  for (std::size_t i = 0; report.facts.seals && i < report.facts.seals->size(); ++i) {
    EXPECT_EQ((*read->facts.seals)[i].picture, (*report.facts.seals)[i].picture);
  }
}

INSTANTIATE_TEST_SUITE_P(, ReportText,
                         testing::Values(a_stamped_copy(),
                                         with(a_stamped_copy(2), samples::Defect::SealFaded),
                                         with(a_stamped_copy(3), samples::Defect::Blur)));

// The largest number a report holds is one nobody measured: a side that a file's header claims.
TEST(ReportTextOfAHeader, ThatClaimsTheLargestSideArrives) {
  pipeline::Report report;
  report.findings.push_back(pipeline::finding(pipeline::FindingCode::ImgPixels));
  report.findings.front().check = "decode";
  report.findings.front().value = 4'294'967'295.0;
  report.findings.front().threshold = 16'000;
  const auto read = arrived(report_text(report));
  ASSERT_TRUE(read) << read.error();
  EXPECT_EQ(read->findings, report.findings);
}

// A worker that was taken over can say that all is well of a picture it measured otherwise; it
// cannot say anything that is not a report.
TEST(ReportTextOfAStranger, IsRefusedOrAReportWhateverItSays) {
  const std::string text = report_text(a_report(a_stamped_copy()));
  std::minstd_rand random(1);
  int refused = 0;
  constexpr int kTries = 400;
  for (int i = 0; i < kTries; ++i) {
    std::string bent = text;
    for (int bend = 0; bend < 3; ++bend) bent[random() % bent.size()] = static_cast<char>(random());
    refused += arrived(bent) ? 0 : 1;
  }
  EXPECT_GT(refused, kTries / 2);
}

TEST(ReportTextOfAStranger, WithoutAValueItsCheckReadsIsRefused) {
  auto report = a_report(a_stamped_copy());
  for (auto& [check, measurements] : report.measurements) {
    for (auto& measured : measurements) measured.values.clear();
  }
  const auto read = arrived(report_text(report));
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error(), testing::HasSubstr("measured no"));
}

TEST(ReportTextOfAStranger, NestedWithoutEndIsRefused) {
  const std::string deep(1'000'000, '[');
  EXPECT_FALSE(arrived(deep + "\n{}"));
  const std::string text = report_text(a_report(a_stamped_copy()));
  EXPECT_FALSE(arrived(text.substr(0, text.find('\n') + 1) + deep));
}

}  // namespace
}  // namespace vermilion::service::workers
