#include "service/server/server.hpp"

#include "tests/service/server/a_server.hpp"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <optional>
#include <string>
#include <thread>

namespace vermilion::service::server {
namespace {

using namespace std::chrono_literals;

// A client that says what it likes, byte by byte.
class Wire {
 public:
  explicit Wire(std::uint16_t port) : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const timeval patience{5, 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  }
  ~Wire() { close(socket_); }
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  void say(const std::string& text) { (void)send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }
  void say_no_more() { shutdown(socket_, SHUT_WR); }
  // All until the server closes.
  std::string hear() {
    std::string heard;
    char part[4096];
    for (ssize_t got = 0; (got = recv(socket_, part, sizeof part, 0)) > 0;)
      heard.append(part, static_cast<std::size_t>(got));
    return heard;
  }

 private:
  int socket_;
};

std::string scan_request(const std::string& framing, const std::string& body) {
  return std::string("POST /api/v1/inspections HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ") +
         kClientKey + "\r\nContent-Type: image/jpeg\r\nConnection: close\r\n" + framing + "\r\n" +
         body;
}

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

// The second request is hidden in the body of the first; who reads framing the other way serves it.
TEST_F(Serving, HiddenRequestsAreNeverServed) {
  const std::string hidden = scan_request("Content-Length: 6\r\n", "a scan");
  const std::string length = std::to_string(hidden.size());
  for (const std::string& framing :
       {"Content-Length: " + length + "\r\nTransfer-Encoding: chunked\r\n",
        std::string("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n"),
        std::string("Content-Length: -5\r\n"),
        "Content-Length: 0\r\nContent-Length: " + length + "\r\n",
        std::string("Content-Length: 0x0\r\n"), std::string("Content-Length: +0\r\n"),
        std::string("Transfer-Encoding: identity\r\n"),
        std::string("Transfer-Encoding: chunked\r\n"), std::string("Content-Length : 0\r\n")}) {
    const std::string heard = answer_to(scan_request(framing, "0\r\n\r\n" + hidden));
    EXPECT_THAT(heard, testing::Not(testing::HasSubstr("HTTP/1.1 200"))) << framing;
    EXPECT_EQ(server_.inspected, 0) << framing;
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
