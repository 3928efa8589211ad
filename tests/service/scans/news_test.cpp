#include "service/scans/news.hpp"

#include "tests/service/scans/a_house.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using service::scans::events_between;
using service::scans::Standing;
using service::scans::Streams;

TEST(News, NothingHappenedIsNothingSaid) {
  const Standing now{.order_version = 3, .slots = {{"licence", {"ab", 1, "accept"}}}};
  EXPECT_EQ(events_between(now, now), "");
}

TEST(News, ReportIsToldOnceItIsThere) {
  const Standing waiting{.order_version = 3, .slots = {{"licence", {"ab", 1, ""}}}};
  Standing seen = waiting;
  seen.slots["licence"].verdict = "refer";
  EXPECT_EQ(events_between({.order_version = 3, .slots = {}}, waiting), "");
  EXPECT_EQ(events_between(waiting, seen),
            "event: report\ndata: {\"slot\":\"licence\",\"version\":1,\"sha256\":\"ab\","
            "\"verdict\":\"refer\"}\n\n");
}

TEST(News, StreamSaysThatItLivesAndEnds) {
  AHouse a(Backend::Sqlite);
  a.begin();
  const std::atomic<bool> stopping = false;
  Streams streams({.look = std::chrono::milliseconds(1),
                   .silence = std::chrono::milliseconds(5),
                   .life = std::chrono::milliseconds(60)});
  const auto next = streams.open(a.database, "O1", kApplicant, stopping);
  ASSERT_TRUE(next);
  EXPECT_THAT(*(*next)(), testing::StartsWith("event: order"));
  EXPECT_EQ(*(*next)(), ": still here\n\n");
  int pieces = 0;
  while ((*next)()) ++pieces;
  EXPECT_LE(pieces, 60);
}

TEST(News, StreamsAreCountedByAccountAndInAll) {
  AHouse a(Backend::Sqlite);
  const std::atomic<bool> stopping = false;
  Streams streams({.at_once = 3, .of_one = 2});
  auto one = streams.open(a.database, "O1", "a", stopping);
  auto two = streams.open(a.database, "O1", "a", stopping);
  EXPECT_FALSE(streams.open(a.database, "O1", "a", stopping));
  auto three = streams.open(a.database, "O1", "b", stopping);
  EXPECT_FALSE(streams.open(a.database, "O1", "c", stopping));
  EXPECT_EQ(streams.open_now(), 3u);
  one.reset();
  EXPECT_TRUE(streams.open(a.database, "O1", "c", stopping));
}

}  // namespace
}  // namespace vermilion::tests
