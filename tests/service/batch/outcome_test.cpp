#include "service/batch/outcome.hpp"

#include "tests/support/outcomes.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::batch {
namespace {

using cli::ExitCode;
using pipeline::FindingCode;

Outcome with_finding(FindingCode code) {
  return tests::reviewed(tests::a_readable_report("a.jpg", {pipeline::finding(code)}));
}

TEST(OutcomeExitCode, FollowsTheVerdict) {
  EXPECT_EQ(exit_code(tests::reviewed(tests::a_readable_report("a.jpg"))), ExitCode::Accepted);
  EXPECT_EQ(exit_code(with_finding(FindingCode::ImgTurned)), ExitCode::Accepted);  // a note
  EXPECT_EQ(exit_code(with_finding(FindingCode::ImgBlur)), ExitCode::Defects);     // refer
  EXPECT_EQ(exit_code(with_finding(FindingCode::SealNone)), ExitCode::Defects);    // reject
  pipeline::Report no_picture;
  no_picture.findings = {pipeline::finding(FindingCode::FmtType)};
  EXPECT_EQ(exit_code(tests::reviewed(no_picture)), ExitCode::Unreadable);
}

TEST(OutcomeExitCode, TellsAMissingFileFromOurFault) {
  EXPECT_EQ(exit_code(tests::unreadable("a.jpg", "gone")), ExitCode::Unreadable);
  EXPECT_EQ(exit_code(tests::failed("a.jpg", "broken")), ExitCode::OurFault);
}

TEST(OutcomeExitCode, OverlayThatCouldNotBeWrittenIsNotPassedOver) {
  Outcome outcome = tests::reviewed(tests::a_readable_report("a.jpg"));
  outcome.overlay_complaint = "disk full";
  EXPECT_EQ(exit_code(outcome), ExitCode::OurFault);
}

}  // namespace
}  // namespace vermilion::service::batch
