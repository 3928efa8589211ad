#include "service/payment/payment.hpp"

#include <gtest/gtest.h>

#include <set>

namespace vermilion::service::payment {
namespace {

TEST(Distrust, EachHasANameOfItsOwn) {
  using enum Distrust;
  std::set<std::string_view> names;
  for (const auto distrust : {Incomplete, Stale, UnknownKey, BadSignature, Sealed, Foreign}) {
    EXPECT_TRUE(names.insert(name(distrust)).second) << name(distrust);
  }
}

}  // namespace
}  // namespace vermilion::service::payment
