#include "service/transport/wire.hpp"

#include <gmock/gmock.h>

#include <random>

namespace vermilion::service::transport {
namespace {

using State = AnswerReader::State;
using testing::HasSubstr;

Endpoint a_partner() {
  return *endpoint_of("https://api.example.com/v9");
}

TEST(RequestBytes, AreAHeadAndABodyOfToldLength) {
  const http::Request request{"POST", "/pay?a=1", {{"Accept", "application/json"}}, "{}"};
  EXPECT_EQ(bytes_of(request, a_partner()),
            "POST /v9/pay?a=1 HTTP/1.1\r\nHost: api.example.com\r\nAccept: application/json\r\n"
            "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
}

// The vendors of SMS sign it.
TEST(RequestBytes, HostOfTheRequestGoesBeforeTheEndpoints) {
  const http::Request request{"GET", "/", {{"host", "dysmsapi.aliyuncs.com"}}, {}};
  const auto bytes = bytes_of(request, a_partner());
  ASSERT_TRUE(bytes);
  EXPECT_THAT(*bytes, HasSubstr("\r\nHost: dysmsapi.aliyuncs.com\r\n"));
  EXPECT_THAT(*bytes, testing::Not(HasSubstr("api.example.com")));
}

TEST(RequestBytes, FramingIsNeverTheCallers) {
  const http::Request request{
      "POST", "/", {{"content-length", "7"}, {"Transfer-Encoding", "chunked"}}, "{}"};
  const auto bytes = bytes_of(request, a_partner());
  ASSERT_TRUE(bytes);
  EXPECT_THAT(*bytes, testing::Not(HasSubstr("chunked")));
  EXPECT_THAT(*bytes, testing::Not(HasSubstr(": 7")));
}

TEST(RequestBytes, NoHeadIsMadeOfWhatCouldEndIt) {
  const std::string nul("a\0b", 3);
  for (const http::Request& request : {http::Request{"POST", "/", {{"X", "1\r\nY: 2"}}, {}},
                                       {"POST", "/", {{"X\r\nY", "1"}}, {}},
                                       {"POST", "/", {{"X", nul}}, {}},
                                       {"POST", "/a b", {}, {}},
                                       {"POST", "/\r\n", {}, {}},
                                       {"POST", "*", {}, {}},
                                       {"PO ST", "/", {}, {}},
                                       {"GET", "/", {{"Host", "a\nb"}}, {}},
                                       {"GET", "/", {{"Host", "a"}, {"host", "b"}}, {}},
                                       {"GET", "/付", {}, {}}}) {
    EXPECT_FALSE(bytes_of(request, a_partner())) << request.method << request.path;
  }
}

struct Shown {
  const char* what;
  std::string bytes;
  State state;
  std::string body;
};

State read(AnswerReader& reader, std::string_view bytes, std::size_t piece) {
  State state = State::Wanting;
  for (std::size_t at = 0; at < bytes.size() && state != State::Wrong; at += piece) {
    state = reader.feed(bytes.substr(at, piece));
  }
  return state == State::Wanting ? reader.end() : state;
}

std::vector<Shown> answers() {
  const std::string ok = "HTTP/1.1 200 OK\r\n";
  return {
      {"counted", ok + "Content-Length: 3\r\n\r\nabc", State::Whole, "abc"},
      {"empty", ok + "Content-Length: 0\r\n\r\n", State::Whole, ""},
      {"nothing to come", "HTTP/1.1 204 No Content\r\nServer: x\r\n\r\n", State::Whole, ""},
      {"until closed", "HTTP/1.0 200 OK\r\n\r\nabc", State::Whole, "abc"},
      {"chunked",
       ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n1;x=y\r\nc\r\n0\r\nT: 1\r\n\r\n",
       State::Whole, "abc"},
      {"after 100", "HTTP/1.1 100 Continue\r\n\r\n" + ok + "Content-Length: 1\r\n\r\na",
       State::Whole, "a"},
      {"no reason", "HTTP/1.1 200\r\nContent-Length: 1\r\n\r\na", State::Whole, "a"},
      {"cut body", ok + "Content-Length: 3\r\n\r\nab", State::Wrong, ""},
      {"cut chunk", ok + "Transfer-Encoding: chunked\r\n\r\n5\r\nab", State::Wrong, ""},
      {"cut behind chunk", ok + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\n", State::Wrong, ""},
      {"cut head", ok + "Content-Le", State::Wrong, ""},
      {"nothing", "", State::Wrong, ""},
      {"too much", ok + "Content-Length: 1\r\n\r\nab", State::Wrong, ""},
      {"two lengths", ok + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", State::Wrong, ""},
      {"length and chunks", ok + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\na",
       State::Wrong, ""},
      {"negative length", ok + "Content-Length: -1\r\n\r\na", State::Wrong, ""},
      {"no length", ok + "Content-Length: \r\n\r\na", State::Wrong, ""},
      {"gzip", ok + "Transfer-Encoding: gzip, chunked\r\n\r\n", State::Wrong, ""},
      {"chunk without size", ok + "Transfer-Encoding: chunked\r\n\r\n\r\n", State::Wrong, ""},
      {"chunk of another size", ok + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
       State::Wrong, ""},
      {"header without colon", ok + "abc\r\n\r\n", State::Wrong, ""},
      {"header with a blank", ok + "a b: c\r\n\r\n", State::Wrong, ""},
      {"folded header", ok + "a: b\r\n c\r\n\r\n", State::Wrong, ""},
      {"bare line feed", "HTTP/1.1 200 OK\nContent-Length: 1\n\na", State::Wrong, ""},
      {"no HTTP", "220 smtp ready\r\n", State::Wrong, ""},
      {"no status", "HTTP/1.1 2x0 OK\r\n\r\n", State::Wrong, ""},
      {"too long", ok + "Content-Length: 65\r\n\r\n" + std::string(65, 'a'), State::Wrong, ""},
      {"too long in chunks",
       ok + "Transfer-Encoding: chunked\r\n\r\n41\r\n" + std::string(65, 'a') + "\r\n0\r\n\r\n",
       State::Wrong, ""},
      {"too long until closed", ok + "\r\n" + std::string(65, 'a'), State::Wrong, ""},
  };
}

TEST(AnswerReader, TakesWholeAnswersOnlyHoweverTheyArrive) {
  for (const Shown& shown : answers()) {
    for (const std::size_t piece : {1u, 2u, 7u, 4096u}) {
      AnswerReader reader(64);
      ASSERT_EQ(read(reader, shown.bytes, piece), shown.state)
          << shown.what << " in pieces of " << piece << ": " << reader.complaint();
      if (shown.state == State::Whole) {
        EXPECT_EQ(reader.take().body, shown.body) << shown.what;
      }
    }
  }
}

TEST(AnswerReader, KeepsStatusAndHeaders) {
  AnswerReader reader(64);
  ASSERT_EQ(reader.feed("HTTP/1.1 404 Not Found\r\nA:  b \r\nContent-Length: 0\r\n\r\n"),
            State::Whole);
  const auto answer = reader.take();
  EXPECT_EQ(answer.status, 404);
  EXPECT_EQ(http::only(answer.headers, "a"), "b");
}

TEST(AnswerReader, EndlessHeadsAreCutOff) {
  for (const std::string piece : {"aa\r\n", "a: b\r\n", "a", "HTTP/1.1 100 Continue\r\n\r\n"}) {
    AnswerReader reader(64);
    auto state = reader.feed("HTTP/1.1 200 OK\r\n");
    std::size_t fed = 0;
    for (; state == State::Wanting && fed < 1'000'000; fed += piece.size()) {
      state = reader.feed(piece);
    }
    EXPECT_EQ(state, State::Wrong) << piece;
    EXPECT_LE(fed, 17u * 1024u) << piece;
  }
}

TEST(AnswerReader, NothingThatComesHurts) {
  std::minstd_rand random(5);
  const auto shown = answers();
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes = shown[random() % shown.size()].bytes;
    for (int flips = random() % 4; flips >= 0 && !bytes.empty(); --flips) {
      bytes[random() % bytes.size()] = static_cast<char>(random() % 256);
    }
    AnswerReader reader(64);
    if (read(reader, bytes, 1 + random() % 9) == State::Whole) {
      EXPECT_LE(reader.take().body.size(), 64u);
    }
  }
}

}  // namespace
}  // namespace vermilion::service::transport
