#include "service/workers/frame.hpp"

#include "service/workers/descriptor.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <thread>

namespace vermilion::service::workers {
namespace {

struct Ends {
  Descriptor ours;
  Descriptor theirs;
};

Ends a_socket() {
  std::array<int, 2> ends{};
  EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// What a frame with this payload looks like between the two.
std::string bytes_of(const Frame& frame) {
  Ends ends = a_socket();
  EXPECT_TRUE(send_frame(ends.ours.get(), frame));
  ends.ours.reset();
  std::string bytes;
  std::array<char, 256> part{};
  for (ssize_t got = 0; (got = read(ends.theirs.get(), part.data(), part.size())) > 0;) {
    bytes.append(part.data(), static_cast<std::size_t>(got));
  }
  return bytes;
}

tl::expected<Frame, Loss> received(const std::string& bytes) {
  Ends ends = a_socket();
  EXPECT_EQ(write(ends.ours.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
  ends.ours.reset();
  return receive_frame(ends.theirs.get());
}

const Frame kFrame{.kind = Kind::Inspect, .number = 7, .scan_bytes = 1234, .payload = "a task"};

TEST(Frame, ArrivesAsItWasSent) {
  const auto frame = received(bytes_of(kFrame));
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->kind, Kind::Inspect);
  EXPECT_EQ(frame->number, 7u);
  EXPECT_EQ(frame->scan_bytes, 1234u);
  EXPECT_EQ(frame->payload, "a task");
}

TEST(Frame, LargerThanASocketHoldsArrivesWhole) {
  Ends ends = a_socket();
  const Frame large{.kind = Kind::Seen, .payload = std::string(kPayloadBytes, 'x')};
  std::thread sender([&] { EXPECT_TRUE(send_frame(ends.ours.get(), large)); });
  const auto frame = receive_frame(ends.theirs.get());
  sender.join();
  ASSERT_TRUE(frame);
  EXPECT_EQ(frame->payload, large.payload);
}

TEST(Frame, CutAnywhereIsAnEnd) {
  const std::string whole = bytes_of(kFrame);
  for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
    const auto frame = received(whole.substr(0, bytes));
    ASSERT_FALSE(frame) << bytes;
    EXPECT_EQ(frame.error(), Loss::Ended) << bytes;
  }
}

// The first eight bytes say what it is; the last eight of the header how much follows.
TEST(Frame, ThatIsNoneIsBroken) {
  for (std::size_t at = 0; at < 8; ++at) {
    std::string bytes = bytes_of(kFrame);
    bytes[at] = static_cast<char>(bytes[at] ^ 0x40);
    const auto frame = received(bytes);
    ASSERT_FALSE(frame) << at;
    EXPECT_EQ(frame.error(), Loss::Broken) << at;
  }
}

TEST(Frame, ThatClaimsTooMuchIsBrokenBeforeAnythingIsSetAside) {
  std::string bytes = bytes_of(kFrame);
  const std::uint64_t claimed = kPayloadBytes + 1;
  std::memcpy(bytes.data() + 24, &claimed, sizeof claimed);
  const auto frame = received(bytes);
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error(), Loss::Broken);
}

TEST(Frame, NobodyWaitsForIsLate) {
  Ends ends = a_socket();
  const auto frame = receive_frame(ends.theirs.get(), [](int) { return false; });
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error(), Loss::Late);
}

TEST(Frame, ToNobodyIsNotSentAndRaisesNothing) {
  Ends ends = a_socket();
  ends.theirs.reset();
  EXPECT_FALSE(send_frame(ends.ours.get(), kFrame));
}

}  // namespace
}  // namespace vermilion::service::workers
