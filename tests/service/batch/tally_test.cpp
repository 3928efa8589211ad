#include "service/batch/tally.hpp"

#include "tests/support/outcomes.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::batch {
namespace {

using namespace std::chrono_literals;
using pipeline::FindingCode;
using rules::Language;

Tally one_of_each() {
  Tally tally;
  tally.count(tests::reviewed(tests::a_readable_report("a")));
  tally.count(
      tests::reviewed(tests::a_readable_report("b", {pipeline::finding(FindingCode::ImgBlur)})));
  tally.count(
      tests::reviewed(tests::a_readable_report("c", {pipeline::finding(FindingCode::SealNone)})));
  tally.count(tests::reviewed(pipeline::Report{}));
  tally.count(tests::unreadable("e", "gone"));
  tally.count(tests::failed("f", "broken"));
  return tally;
}

TEST(Tally, CountsEveryOutcomeOnce) {
  const Tally tally = one_of_each();
  EXPECT_EQ(tally.accepted, 1u);
  EXPECT_EQ(tally.referred, 1u);
  EXPECT_EQ(tally.rejected, 1u);
  EXPECT_EQ(tally.unreadable, 2u);
  EXPECT_EQ(tally.failed, 1u);
  EXPECT_EQ(tally.total(), 6u);
  EXPECT_EQ(tally.with_defects(), 5u);
}

TEST(Summary, SaysHowManyAndHowFast) {
  EXPECT_EQ(summary(one_of_each(), 1500ms, Language::English),
            "6 scans: 1 accepted, 1 for a person, 1 rejected, 2 unreadable, 1 failed; "
            "1.50 s, 4.0 scans/s");
  EXPECT_EQ(summary(one_of_each(), 1500ms, Language::Chinese),
            "共 6 份：接受 1，需人工 1，退回 1，无法读取 2，程序出错 1；用时 1.50 秒，每秒 4.0 份");
}

TEST(ProgressLine, ShowsRateAndTimeLeft) {
  EXPECT_EQ(progress_line(one_of_each(), 66, 2s), "[6/66] 3.0 scans/s, 20s left, 5 with defects");
  EXPECT_EQ(progress_line(one_of_each(), 6006, 6s),
            "[6/6006] 1.0 scans/s, 1h40m left, 5 with defects");
  EXPECT_EQ(progress_line(one_of_each(), 96, 6s), "[6/96] 1.0 scans/s, 1m30s left, 5 with defects");
}

TEST(ProgressLine, BeforeTheFirstScanKnowsNoTimeLeft) {
  EXPECT_EQ(progress_line({}, 10, 0s), "[0/10] 0.0 scans/s, - left, 0 with defects");
}

}  // namespace
}  // namespace vermilion::service::batch
