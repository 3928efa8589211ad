#include "service/workers/handover.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/socket.h>

#include <array>

namespace vermilion::service::workers {
namespace {

class HandoverBetween : public testing::Test {
 protected:
  void SetUp() override {
    std::array<int, 2> ends{};
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends.data()), 0);
    ours_ = Descriptor(ends[0]);
    theirs_ = Descriptor(ends[1]);
  }
  Descriptor ours_;
  Descriptor theirs_;
};

TEST_F(HandoverBetween, TwoBringsTextAndDescriptorsThatWork) {
  const Descriptor memory(memfd_create("test", 0));
  ASSERT_EQ(pwrite(memory.get(), "seen", 4, 0), 4);
  const std::array handed{memory.get(), memory.get()};
  ASSERT_TRUE(hand_over(ours_.get(), "fork", handed));
  const auto taken = take_over(theirs_.get());
  ASSERT_TRUE(taken);
  EXPECT_EQ(taken->text, "fork");
  ASSERT_EQ(taken->descriptors.size(), 2u);
  std::array<char, 4> bytes{};
  EXPECT_EQ(pread(taken->descriptors[1].get(), bytes.data(), bytes.size(), 0), 4);
  EXPECT_EQ(std::string_view(bytes.data(), bytes.size()), "seen");
  EXPECT_NE(fcntl(taken->descriptors[0].get(), F_GETFD) & FD_CLOEXEC, 0);
}

TEST_F(HandoverBetween, TwoKeepsMessagesApart) {
  ASSERT_TRUE(hand_over(ours_.get(), "one"));
  ASSERT_TRUE(hand_over(ours_.get(), "two"));
  EXPECT_EQ(take_over(theirs_.get())->text, "one");
  EXPECT_EQ(take_over(theirs_.get())->text, "two");
}

TEST_F(HandoverBetween, OneAndNobodyIsNothing) {
  ours_.reset();
  EXPECT_FALSE(take_over(theirs_.get()));
  EXPECT_FALSE(hand_over(theirs_.get(), "anybody?"));
}

}  // namespace
}  // namespace vermilion::service::workers
