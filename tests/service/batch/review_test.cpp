#include "service/batch/review.hpp"

#include "tests/support/outcomes.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <new>
#include <stdexcept>

namespace vermilion::service::batch {
namespace {

using tests::TemporaryFolder;

// Reports how many bytes it was shown; refuses more than ten as the pipeline would.
pipeline::Report ten_bytes_at_most(std::span<const std::byte> bytes, std::string_view file) {
  auto report = tests::a_readable_report(std::string(file));
  report.bytes = bytes.size();
  if (bytes.size() <= 10) return report;
  report.readable = false;
  report.findings = {pipeline::finding(pipeline::FindingCode::FmtSize)};
  report.findings.front().value = static_cast<double>(bytes.size());
  return report;
}

Outcome review_with(const Inspect& inspect, const Input& input,
                    const Terms& terms = {.max_bytes = 10}) {
  Inspectors inspectors([&] { return inspect; });
  return review(input, terms, inspectors);
}

TEST(Review, ScanIsReadInspectedAndJudged) {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.jpg", "picture");
  const Outcome outcome = review_with(ten_bytes_at_most, {file});
  ASSERT_TRUE(outcome.result);
  EXPECT_EQ(outcome.file, file);
  EXPECT_EQ(outcome.result->report.bytes, 7u);
  EXPECT_EQ(outcome.result->judgement.verdict, rules::Verdict::Accept);
}

TEST(Review, OrderIsHeldAgainstWhatWasRead) {
  const TemporaryFolder folder;
  const auto inspect = [](std::span<const std::byte>, std::string_view file) {
    auto report = tests::a_readable_report(std::string(file));
    report.facts.credit_code = {.value = "91110108551385082Q"};
    return report;
  };
  const Outcome outcome =
      review_with(inspect, {folder.write("a.jpg", "")},
                  {.judge =
                       [](const pipeline::Report& report) {
                         return rules::judge(report, {.credit_code = "91360000625912173B"});
                       },
                   .max_bytes = 10});
  ASSERT_TRUE(outcome.result);
  EXPECT_EQ(outcome.result->judgement.verdict, rules::Verdict::Reject);
}

TEST(Review, MissingFileIsUnreadableWithoutAskingTheInspector) {
  const auto inspect = [](auto, auto) -> pipeline::Report { throw std::logic_error("asked"); };
  const Outcome outcome = review_with(inspect, {"/nowhere/a.jpg"});
  ASSERT_FALSE(outcome.result);
  EXPECT_EQ(outcome.result.error().cause, Failure::Cause::Unreadable);
  EXPECT_EQ(outcome.result.error().detail, "No such file or directory");
}

TEST(Review, TooLargeFileIsToldItsTrueSizeAndHasNoChecksum) {
  const TemporaryFolder folder;
  const Outcome outcome =
      review_with(ten_bytes_at_most, {folder.write("a.jpg", std::string(5000, 'x'))});
  ASSERT_TRUE(outcome.result);
  const auto& report = outcome.result->report;
  EXPECT_EQ(report.bytes, 5000u);
  EXPECT_EQ(report.findings.front().value, 5000);
  EXPECT_EQ(outcome.result->judgement.findings.front().value, 5000);
  EXPECT_TRUE(report.sha256.empty());
}

TEST(Review, NoMoreThanOneByteOverTheLimitIsRead) {
  const TemporaryFolder folder;
  std::size_t shown = 0;
  const auto inspect = [&](std::span<const std::byte> bytes, std::string_view) {
    shown = bytes.size();
    return pipeline::Report{};
  };
  (void)review_with(inspect, {folder.write("a.jpg", std::string(5000, 'x'))});
  EXPECT_EQ(shown, 11u);
}

TEST(Review, DashReadsStandardInput) {
  std::string bytes = "picture";
  std::FILE* stream = fmemopen(bytes.data(), bytes.size(), "rb");
  const Outcome outcome =
      review_with(ten_bytes_at_most, {"-"}, {.max_bytes = 10, .standard_input = stream});
  std::fclose(stream);
  ASSERT_TRUE(outcome.result);
  EXPECT_EQ(outcome.result->report.bytes, 7u);
}

TEST(Review, WhateverAnInspectorThrowsIsOurFaultAndSaysWhat) {
  const TemporaryFolder folder;
  const Input input{folder.write("a.jpg", "")};
  const Inspect throwers[] = {
      [](auto, auto) -> pipeline::Report { throw std::runtime_error("no reader"); },
      [](auto, auto) -> pipeline::Report { throw std::bad_alloc(); },
      [](auto, auto) -> pipeline::Report { throw 42; },
  };
  const char* details[] = {"no reader", "std::bad_alloc", "an error without a name"};
  for (std::size_t i = 0; i < std::size(throwers); ++i) {
    const Outcome outcome = review_with(throwers[i], input);
    ASSERT_FALSE(outcome.result);
    EXPECT_EQ(outcome.result.error().cause, Failure::Cause::OurFault);
    EXPECT_EQ(outcome.result.error().detail, details[i]);
  }
}

TEST(Review, OverlayIsDrawnWhereOneIsWantedAndItsComplaintKept) {
  const TemporaryFolder folder;
  const std::string file = folder.write("a.jpg", "picture");
  int drawn = 0;
  const Terms terms{.max_bytes = 10,
                    .draw_overlay = [&](auto bytes, const Reviewed& reviewed,
                                        const Input& input) -> tl::expected<void, std::string> {
                      ++drawn;
                      EXPECT_EQ(bytes.size(), 7u);
                      EXPECT_EQ(reviewed.report.file, input.file);
                      if (input.overlay_to == "full/a.jpg") {
                        return tl::make_unexpected(std::string("disk full"));
                      }
                      return {};
                    }};
  EXPECT_EQ(review_with(ten_bytes_at_most, {file}, terms).overlay, "");
  EXPECT_EQ(drawn, 0);
  EXPECT_EQ(review_with(ten_bytes_at_most, {file, "a.overlay.jpg"}, terms).overlay,
            "a.overlay.jpg");
  const Outcome full = review_with(ten_bytes_at_most, {file, "full/a.jpg"}, terms);
  EXPECT_EQ(full.overlay, "");
  EXPECT_EQ(full.overlay_complaint, "disk full");
}

}  // namespace
}  // namespace vermilion::service::batch
