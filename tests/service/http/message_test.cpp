#include "service/http/message.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::http {
namespace {

TEST(OnlyHeader, IsFoundWhateverItsCase) {
  const Headers headers{{"Content-Type", "text/plain"}, {"wechatpay-nonce", "n"}};
  EXPECT_EQ(only(headers, "Wechatpay-Nonce"), "n");
  EXPECT_EQ(only(headers, "content-type"), "text/plain");
  EXPECT_EQ(only(headers, "Wechatpay"), std::nullopt);
}

TEST(OnlyHeader, TwoAreNone) {
  EXPECT_EQ(only({{"Nonce", "a"}, {"NONCE", "a"}}, "nonce"), std::nullopt);
}

}  // namespace
}  // namespace vermilion::service::http
