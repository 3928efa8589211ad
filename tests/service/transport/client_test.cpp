#include "service/transport/client.hpp"

#include "tests/service/transport/bad_server.hpp"
#include "tests/support/temporary_folder.hpp"

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>
#include <gmock/gmock.h>

namespace vermilion::service::transport {
namespace {

using namespace std::chrono_literals;
using Kind = Failure::Kind;
using Socket = Poco::Net::StreamSocket;
using testing::HasSubstr;
using tests::BadServer;
using tests::read_request;
using tests::send_text;

// Long enough for a busy machine, short enough for a test.
constexpr Bounds kShort{.exchange = 400ms, .connect = 200ms, .body_bytes_max = 1000};

const http::Request kRequest{"POST", "/v3/pay", {{"Authorization", "secret"}}, "{\"total\":1}"};

Exchanged ask(const std::string& url, const Bounds& bounds = kShort,
              const std::string& roots_file = {}) {
  return Client(*endpoint_of(url), bounds, roots_file).exchange(kRequest);
}

// Fails as it should, in time, and tells nothing of what was sent.
void expect_failure(const Exchanged& exchanged, Kind kind, const std::string& why) {
  ASSERT_FALSE(exchanged);
  EXPECT_EQ(exchanged.error().kind, kind) << exchanged.error().reason;
  EXPECT_THAT(exchanged.error().reason, HasSubstr(why));
  EXPECT_THAT(exchanged.error().reason, testing::Not(HasSubstr("secret")));
}

template <class Act>
auto timed(Act act) {
  const auto start = std::chrono::steady_clock::now();
  auto value = act();
  EXPECT_LT(std::chrono::steady_clock::now() - start, kShort.exchange + 400ms);
  return value;
}

TEST(Client, BringsTheAnswerBack) {
  std::string request;
  {
    const BadServer server([&](Socket& socket) {
      request = read_request(socket);
      send_text(socket, "HTTP/1.1 201 Created\r\nA: b\r\nContent-Length: 2\r\n\r\nok");
    });
    const auto answer = ask(server.url());
    ASSERT_TRUE(answer) << answer.error().reason;
    EXPECT_EQ(answer->status, 201);
    EXPECT_EQ(answer->body, "ok");
  }
  EXPECT_THAT(request, HasSubstr("POST /v3/pay HTTP/1.1\r\n"));
}

TEST(Client, RefusedConnectionWasNotSent) {
  std::uint16_t port = 0;
  {
    const Poco::Net::ServerSocket closed(Poco::Net::SocketAddress("127.0.0.1", 0));
    port = closed.address().port();
  }
  expect_failure(ask("http://127.0.0.1:" + std::to_string(port)), Kind::NotSent, "");
}

TEST(Client, UnknownHostWasNotSent) {
  expect_failure(ask("https://no-such-host.invalid"), Kind::NotSent, "no-such-host.invalid");
}

TEST(Client, WhatMustNotBeSentIsNot) {
  const auto failed = Client(*endpoint_of("http://127.0.0.1:9"), kShort)
                          .exchange({"POST", "/", {{"A", "b\r\nC: d"}}, {}});
  expect_failure(failed, Kind::NotSent, "control byte");
}

TEST(Client, SilenceMayHaveBeenTaken) {
  const BadServer server([](Socket& socket) {
    read_request(socket);
    socket.poll(Poco::Timespan(2, 0), Socket::SELECT_READ);
  });
  expect_failure(timed([&] { return ask(server.url()); }), Kind::Unknown, "took too long");
}

// Each byte comes in time, all of them never.
TEST(Client, DrippingHeadEndsWithTheExchange) {
  const BadServer server([](Socket& socket) {
    read_request(socket);
    send_text(socket, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 40; ++i) {
      std::this_thread::sleep_for(50ms);
      send_text(socket, "a");
    }
  });
  expect_failure(timed([&] { return ask(server.url()); }), Kind::Unknown, "took too long");
}

TEST(Client, EndlessHeadIsCutOff) {
  const BadServer server([](Socket& socket) {
    read_request(socket);
    send_text(socket, "HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 100'000; ++i) send_text(socket, "aaaa: bbbb\r\n");
  });
  expect_failure(timed([&] { return ask(server.url()); }), Kind::Unknown, "head without end");
}

TEST(Client, EndlessBodyIsCutOff) {
  const BadServer server([](Socket& socket) {
    read_request(socket);
    send_text(socket, "HTTP/1.1 200 OK\r\n\r\n");
    for (int i = 0; i < 100'000; ++i) send_text(socket, std::string(1000, 'a'));
  });
  expect_failure(timed([&] { return ask(server.url()); }), Kind::Unknown, "too long");
}

TEST(Client, CutAnswersAreNotTakenForWhole) {
  for (const char* cut : {"", "HTTP/1.1 200 OK\r\nContent-Len",
                          "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabcde",
                          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab"}) {
    const BadServer server([cut](Socket& socket) {
      read_request(socket);
      send_text(socket, cut);
    });
    expect_failure(ask(server.url()), Kind::Unknown, "was cut");
  }
}

TEST(Client, HangUpWhileSendingMayHaveBeenTaken) {
  const BadServer server([](Socket& socket) {
    read_request(socket);
    socket.setLinger(true, 0);
    socket.close();
  });
  const http::Request large{"POST", "/", {}, std::string(8 * 1024 * 1024, 'x')};
  const auto failed = Client(*endpoint_of(server.url()), kShort).exchange(large);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, Kind::Unknown);
}

TEST(Client, PartnerThatReadsNothingDoesNotHoldUs) {
  const BadServer server([](Socket&) { std::this_thread::sleep_for(1s); });
  const http::Request large{"POST", "/", {}, std::string(32 * 1024 * 1024, 'x')};
  expect_failure(timed([&] { return Client(*endpoint_of(server.url()), kShort).exchange(large); }),
                 Kind::Unknown, "took too long");
}

class ClientOverTls : public testing::Test {
 protected:
  ClientOverTls() {
    const auto own = tests::self_signed_for("localhost");
    const auto other = tests::self_signed_for("other.example.com");
    certificate = folder.write("localhost.pem", own.certificate);
    key = folder.write("localhost.key", own.key);
    other_certificate = folder.write("other.pem", other.certificate);
    other_key = folder.write("other.key", other.key);
  }

  static void answer(Socket& socket) {
    read_request(socket);
    send_text(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
  }

  const tests::TemporaryFolder folder;
  std::string certificate, key, other_certificate, other_key;
};

TEST_F(ClientOverTls, PartnerWithTheRightCertificateIsAsked) {
  const BadServer server(answer, certificate, key);
  const auto answered = ask(server.url("https"), kShort, certificate);
  ASSERT_TRUE(answered) << answered.error().reason;
  EXPECT_EQ(answered->body, "ok");
}

TEST_F(ClientOverTls, CertificateNobodyVouchesForIsToldNothing) {
  std::string got;
  {
    const BadServer server([&](Socket& socket) { got = read_request(socket); }, certificate, key);
    expect_failure(ask(server.url("https")), Kind::NotSent, "");
  }
  EXPECT_EQ(got, "");
}

TEST_F(ClientOverTls, CertificateOfAnotherNameIsToldNothing) {
  std::string got;
  {
    const BadServer server([&](Socket& socket) { got = read_request(socket); }, other_certificate,
                           other_key);
    expect_failure(ask(server.url("https"), kShort, other_certificate), Kind::NotSent, "");
  }
  EXPECT_EQ(got, "");
}

TEST_F(ClientOverTls, ServerThatSpeaksNoTlsWasNotSent) {
  const BadServer server([](Socket& socket) { send_text(socket, "HTTP/1.1 400 Bad\r\n\r\n"); });
  expect_failure(ask(server.url("https"), kShort, certificate), Kind::NotSent, "");
}

TEST_F(ClientOverTls, HandshakeThatNeverEndsWasNotSent) {
  const BadServer server([](Socket& socket) {
    for (int i = 0; i < 40; ++i) {
      std::this_thread::sleep_for(50ms);
      send_text(socket, i == 0 ? "\x16" : "\x03");
    }
  });
  expect_failure(timed([&] { return ask(server.url("https"), kShort, certificate); }),
                 Kind::NotSent, "");
}

TEST_F(ClientOverTls, SilenceAndCutsMayHaveBeenTaken) {
  {
    const BadServer server(
        [](Socket& socket) {
          read_request(socket);
          std::this_thread::sleep_for(1s);
        },
        certificate, key);
    expect_failure(timed([&] { return ask(server.url("https"), kShort, certificate); }),
                   Kind::Unknown, "took too long");
  }
  const BadServer server(
      [](Socket& socket) {
        read_request(socket);
        send_text(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
      },
      certificate, key);
  expect_failure(ask(server.url("https"), kShort, certificate), Kind::Unknown, "");
}

}  // namespace
}  // namespace vermilion::service::transport
