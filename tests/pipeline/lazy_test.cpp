#include "pipeline/lazy.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace vermilion::pipeline {
namespace {

TEST(Lazy, ValueIsMadeOnceAndKept) {
  Lazy<std::string> lazy;
  int made = 0;
  const auto make = [&] {
    ++made;
    return std::string("value");
  };
  EXPECT_EQ(lazy.made(), nullptr);
  const std::string& first = lazy.get(make);
  EXPECT_EQ(first, "value");
  EXPECT_EQ(&lazy.get(make), &first);
  EXPECT_EQ(lazy.made(), &first);
  EXPECT_EQ(made, 1);
}

TEST(Lazy, FailedMakingIsTriedAgain) {
  Lazy<int> lazy;
  EXPECT_THROW(lazy.get([]() -> int { throw std::runtime_error("not yet"); }), std::runtime_error);
  EXPECT_EQ(lazy.made(), nullptr);
  EXPECT_EQ(lazy.get([] { return 7; }), 7);
}

}  // namespace
}  // namespace vermilion::pipeline
