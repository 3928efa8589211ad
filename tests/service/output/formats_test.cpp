#include "service/output/output.hpp"
#include "tests/support/outputs.hpp"

#include <gtest/gtest.h>

#include <set>

namespace vermilion::service::output {
namespace {

TEST(Formats, NamesAreUniqueAndFound) {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    EXPECT_EQ(find_format(format.name), &format);
    EXPECT_FALSE(format.summary.empty());
  }
  EXPECT_EQ(find_format("xml"), nullptr);
}

TEST(Formats, SameOutcomesGiveTheSameBytes) {
  for (const Format& format : formats()) {
    EXPECT_EQ(tests::written(format.name, tests::example_outcomes()),
              tests::written(format.name, tests::example_outcomes()))
        << format.name;
  }
}

TEST(Formats, EveryOutcomeLeavesATrace) {
  for (const Format& format : formats()) {
    const std::string nothing = tests::written(format.name, {});
    for (const auto& outcome : tests::example_outcomes()) {
      EXPECT_GT(tests::written(format.name, {outcome}).size(), nothing.size())
          << format.name << " on " << outcome.file;
    }
  }
}

TEST(Formats, BytesFromOutsideNeverReachATerminalAsControl) {
  auto report = tests::a_readable_report(tests::hostile_name(),
                                         {pipeline::finding(pipeline::FindingCode::FmtMismatch)});
  report.findings.front().words = {{"extension", "\x1b]0;title\x07"}, {"detected", "\xff"}};
  const std::vector outcomes{tests::reviewed(report),
                             tests::unreadable(tests::hostile_name(), tests::hostile_name()),
                             tests::failed(tests::hostile_name(), tests::hostile_name())};
  for (const Format& format : formats()) {
    for (const unsigned char byte : tests::written(format.name, outcomes)) {
      EXPECT_TRUE(byte >= 0x20 || byte == '\n') << format.name << " wrote " << int{byte};
      EXPECT_NE(byte, 0xFF) << format.name;
    }
  }
}

}  // namespace
}  // namespace vermilion::service::output
