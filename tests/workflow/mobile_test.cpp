#include "workflow/mobile.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {
namespace {

using namespace workflow;

TEST(Mobile, IsElevenDigitsFromThirteenOn) {  // 3.6
  for (const char* number : {"13800138000", "14700000000", "16612345678", "19912345678"}) {
    EXPECT_TRUE(is_mobile(number)) << number;
  }
  for (const char* number : {"", "12800138000", "0791-8666666", "1380013800", "138001380000",
                             "1380013800x", "+8613800138000", "138 0013 8000", "10086000000"}) {
    EXPECT_FALSE(is_mobile(number)) << number;
  }
}

TEST(Mobile, IsShownWithoutItsMiddle) {  // 1.17
  EXPECT_EQ(masked_mobile("13812348000"), "138****8000");
  EXPECT_EQ(masked_mobile("0791-86666666"), "****");
  EXPECT_EQ(masked_mobile(""), "****");
}

}  // namespace
}  // namespace vermilion::tests
