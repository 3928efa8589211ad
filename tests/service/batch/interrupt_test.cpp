#include "service/batch/interrupt.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::batch {
namespace {

TEST(Interrupt, FirstSignalAsks) {
  const Interrupt interrupt;
  EXPECT_FALSE(interrupt.asked());
  std::raise(SIGINT);
  EXPECT_TRUE(interrupt.asked());
}

TEST(Interrupt, EachBatchIsAskedAnew) {
  {
    const Interrupt interrupt;
    std::raise(SIGINT);
  }
  EXPECT_FALSE(Interrupt().asked());
}

TEST(InterruptDeathTest, SecondSignalEndsTheProgram) {
  EXPECT_EXIT(
      {
        const Interrupt interrupt;
        std::raise(SIGINT);
        std::raise(SIGINT);
      },
      testing::KilledBySignal(SIGINT), "");
}

TEST(InterruptDeathTest, SignalAfterABatchEndsTheProgramAtOnce) {
  EXPECT_EXIT(
      {
        { const Interrupt interrupt; }
        std::raise(SIGINT);
      },
      testing::KilledBySignal(SIGINT), "");
}

}  // namespace
}  // namespace vermilion::service::batch
