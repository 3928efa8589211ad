#include "pipeline/checks/letter_lasts.hpp"

#include "tests/pipeline/checks/dated_page.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::checks {
namespace {

using namespace std::chrono_literals;

TEST(LetterLasts, DocumentThatEndsLongAfterPasses) {
  EXPECT_TRUE(found_on(2026y / 11 / 21, kLetterLasts).empty());
}

TEST(LetterLasts, DocumentThatHasEndedIsReported) {
  const auto found = found_on(2027y / 6 / 10, kLetterLasts);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.front().code, FindingCode::LetterExpiresSoon);
}

}  // namespace
}  // namespace vermilion::pipeline::checks
