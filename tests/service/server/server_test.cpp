#include "service/server/server.hpp"

#include "tests/service/server/a_server.hpp"
#include "tests/service/server/wire.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <list>
#include <optional>
#include <string>
#include <thread>

namespace vermilion::service::server {
namespace {

using namespace std::chrono_literals;

class Serving : public testing::Test {
 protected:
  void SetUp() override {
    auto started = Server::start({.port = 0}, server_.resources);
    ASSERT_TRUE(started) << started.error();
    running_.emplace(std::move(*started));
  }
  std::string answer_to(const std::string& request) {
    Wire wire(running_->port());
    wire.say(request);
    wire.say_no_more();
    return wire.hear();
  }
  AServer server_;
  std::optional<Server> running_;
};

TEST_F(Serving, AnswersAScan) {
  EXPECT_THAT(answer_to(scan_request("Content-Length: 6\r\n", "a scan")),
              testing::AllOf(testing::StartsWith("HTTP/1.1 200 OK\r\n"),
                             testing::HasSubstr("\"verdict\"")));
  EXPECT_EQ(server_.inspected, 1);
}

TEST_F(Serving, ConnectionServesOneRequestAfterTheOther) {
  const std::string live = "GET /livez HTTP/1.1\r\nHost: x\r\n";
  const std::string heard = answer_to(live + "\r\n" + live + "Connection: close\r\n\r\n");
  EXPECT_EQ(heard.find("HTTP/1.1 200"), 0u);
  EXPECT_NE(heard.find("HTTP/1.1 200", 1), std::string::npos);
}

// A second request is hidden behind the first; who reads framing the other way serves it. That the
// first is taken for a scan of no bytes is another matter.
TEST_F(Serving, HiddenRequestsAreNeverServed) {
  const std::string hidden = scan_request("Content-Length: 6\r\n", "a scan");
  const auto attacks = framing_attacks(hidden.size());
  EXPECT_GE(attacks.size(), 40u);
  for (const std::string& framing : attacks) {
    server_.sizes.clear();
    (void)answer_to(scan_request(framing, hidden));
    EXPECT_THAT(server_.sizes, testing::Not(testing::Contains(6u))) << framing;
    EXPECT_LE(server_.sizes.size(), 1u) << framing;
  }
}

TEST_F(Serving, BodyCutAnywhereIsNotInspected) {
  const std::string body(200, 'x');
  for (std::size_t arrived = 0; arrived < body.size(); arrived += 7) {
    const std::string heard =
        answer_to(scan_request("Content-Length: 200\r\n", body.substr(0, arrived)));
    EXPECT_THAT(heard, testing::HasSubstr("BODY_TRUNCATED")) << arrived;
  }
  EXPECT_EQ(server_.inspected, 0);
}

// All at once, while the only thread is busy: a crowd that nginx lets through waits its turn.
TEST_F(Serving, CrowdThatComesInTheSameMomentIsAnsweredToTheLast) {
  std::atomic<bool> begun = false;
  std::atomic<bool> may_end = false;
  server_.resources.inspect = [&](auto, auto, const auto&) {
    begun = true;
    while (!may_end) std::this_thread::sleep_for(1ms);
    return server_.report;
  };
  const auto narrow = Server::start({.port = 0, .threads = 1}, server_.resources);
  ASSERT_TRUE(narrow) << narrow.error();
  Wire scan(narrow->port(), 60s);
  scan.say(scan_request("Content-Length: 6\r\n", "a scan"));
  while (!begun) std::this_thread::sleep_for(1ms);
  std::list<Wire> crowd;
  for (int i = 0; i < 1000; ++i) {
    crowd.emplace_back(narrow->port(), 60s)
        .say("GET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  }
  may_end = true;
  for (Wire& one : crowd) ASSERT_THAT(one.hear(), testing::StartsWith("HTTP/1.1 200"));
}

TEST_F(Serving, VersionOfAClientIsNotSentBack) {
  EXPECT_THAT(answer_to("GET /livez HTTP/9.9\r\nHost: x\r\nConnection: close\r\n\r\n"),
              testing::StartsWith("HTTP/1.1 "));
}

TEST_F(Serving, StopsOnceWhatHasBegunHasEnded) {
  std::atomic<bool> begun = false;
  server_.resources.inspect = [&](auto, auto, const auto&) {
    begun = true;
    std::this_thread::sleep_for(200ms);
    return server_.report;
  };
  std::string heard;
  std::thread client([&] { heard = answer_to(scan_request("Content-Length: 6\r\n", "a scan")); });
  while (!begun) std::this_thread::sleep_for(1ms);
  EXPECT_TRUE(running_->stop());
  client.join();
  EXPECT_THAT(heard, testing::StartsWith("HTTP/1.1 200"));
}

TEST_F(Serving, IdleConnectionsDoNotKeepItFromStopping) {
  Wire idle(running_->port());
  idle.say("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n");
  std::this_thread::sleep_for(50ms);
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_TRUE(running_->stop());
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 10s);
}

TEST(Server, ListensOnThisMachineOnly) {
  AServer server;
  const auto started = Server::start({.address = "0.0.0.0", .port = 0}, server.resources);
  ASSERT_FALSE(started);
  EXPECT_THAT(started.error(), testing::HasSubstr("nginx"));
}

TEST(Server, OnAPortThatIsTakenSaysWhich) {
  AServer server;
  const auto first = Server::start({.port = 0}, server.resources);
  ASSERT_TRUE(first);
  const auto second = Server::start({.port = first->port()}, server.resources);
  ASSERT_FALSE(second);
  EXPECT_THAT(second.error(), testing::HasSubstr(std::to_string(first->port())));
}

}  // namespace
}  // namespace vermilion::service::server
