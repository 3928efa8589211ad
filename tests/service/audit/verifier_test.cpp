#include "service/audit/verifier.hpp"

#include <gtest/gtest.h>

#include <future>

namespace vermilion::service::audit {
namespace {

TEST(Verifier, VerifiesForOneAtATime) {
  std::promise<void> go_on;
  std::promise<void> begun;
  auto waits = go_on.get_future().share();
  int runs = 0;
  Verifier verifier([&](bool) -> store::database::Result<store::ledger::Verified> {
    if (++runs == 1) {
      begun.set_value();
      waits.wait();
    }
    return store::ledger::Verified{};
  });
  auto first = std::async(std::launch::async, [&] { return verifier.run(true); });
  begun.get_future().wait();
  EXPECT_FALSE(verifier.run(false));
  go_on.set_value();
  EXPECT_TRUE(first.get());
  EXPECT_TRUE(verifier.run(false));
}

}  // namespace
}  // namespace vermilion::service::audit
