#include "service/batch/inspectors.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace vermilion::service::batch {
namespace {

// Inspectors that write down which of them looked at what.
struct Workshop {
  int made = 0;

  Inspect make() {
    ++made;
    return [number = made](std::span<const std::byte>, std::string_view file) {
      if (file == "bad") throw std::runtime_error("bad");
      pipeline::Report report;
      report.file = std::to_string(number);
      return report;
    };
  }
};

TEST(Inspectors, OneAfterTheOtherNeedsOnlyOne) {
  Workshop workshop;
  Inspectors inspectors([&] { return workshop.make(); });
  for (int i = 0; i < 3; ++i) EXPECT_EQ(inspectors.inspect({}, "a").file, "1");
  EXPECT_EQ(workshop.made, 1);
}

TEST(Inspectors, OneThatIsGivenIsUsedBeforeAnotherIsMade) {
  Workshop workshop;
  Inspectors inspectors([&] { return workshop.make(); });
  inspectors.give(workshop.make());
  EXPECT_EQ(inspectors.inspect({}, "a").file, "1");
  EXPECT_EQ(workshop.made, 1);
}

TEST(Inspectors, OneThatThrewIsNotUsedAgain) {
  Workshop workshop;
  Inspectors inspectors([&] { return workshop.make(); });
  EXPECT_THROW((void)inspectors.inspect({}, "bad"), std::runtime_error);
  EXPECT_EQ(inspectors.inspect({}, "a").file, "2");
}

}  // namespace
}  // namespace vermilion::service::batch
