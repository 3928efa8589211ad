#include "service/server/dispatch.hpp"

#include "tests/service/server/a_server.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <array>
#include <stdexcept>

namespace vermilion::service::server {
namespace {

std::string code_of_answer(const http::Answer& answer) {
  return nlohmann::json::parse(answer.body).value("code", "");
}

tl::expected<http::Answer, Problem> says_who(const Request& request, Resources&) {
  return http::Answer{
      .status = 200,
      .body = request.client + request.asker.id + ":" + std::to_string(request.body.size())};
}
tl::expected<http::Answer, Problem> throws(const Request&, Resources&) {
  throw std::runtime_error("the secret 13800138000");
}
tl::expected<http::Answer, Problem> throws_a_number(const Request&, Resources&) {
  throw 42;
}

constexpr std::array kTable{
    Route{"GET", "/open", Access::Public, 0, Rate::Usual, says_who, ""},
    Route{"POST", "/closed", Access::Client, 100, Rate::Usual, says_who, ""},
    Route{"GET", "/mine", Access::Account, 0, Rate::Usual, says_who, ""},
    Route{"GET", "/desk", Access::Account, 0, Rate::Usual, says_who, "", accounts::Role::Reviewer},
    Route{"GET", "/me", Access::SignedIn, 0, Rate::Usual, says_who, ""},
    Route{"DELETE", "/mine", Access::Account, 0, Rate::Usual, says_who, ""},
    Route{"GET", "/throws", Access::Public, 0, Rate::Usual, throws, ""},
    Route{"GET", "/throws/number", Access::Public, 0, Rate::Usual, throws_a_number, ""},
};

struct Refusal {
  const char* name;
  Incoming incoming;
  const char* code;
  int status;
};

const std::vector<Refusal>& refusals() {
  static const auto client = headers_of_a_client();
  static const auto with_length = [](std::string length) {
    auto headers = client;
    headers.push_back({"Content-Length", std::move(length)});
    return headers;
  };
  static const std::vector<Refusal> kRefusals{
      {"Unlisted", incoming("GET", "/nowhere"), "NOT_FOUND", 404},
      {"AnotherMethod", incoming("DELETE", "/open"), "METHOD_NOT_ALLOWED", 405},
      {"HeadOfAPage", incoming("HEAD", "/open"), "METHOD_NOT_ALLOWED", 405},
      {"BadTarget", incoming("GET", "/open?a=%zz"), "BAD_REQUEST", 400},
      {"BadFraming", incoming("POST", "/closed", with_length("+5")), "BAD_REQUEST", 400},
      {"NoKey", incoming("POST", "/closed", {}, "abc"), "UNAUTHORISED", 401},
      {"NobodySignedIn", incoming("GET", "/mine"), "SIGNED_OUT", 401},
      {"NoSecondFactor", incoming("GET", "/mine", {{"Cookie", "newcomer"}}), "SECOND_FACTOR_FIRST",
       403},
      {"AnotherSite",
       incoming("DELETE", "/mine", {{"Cookie", "finance"}, {"Sec-Fetch-Site", "cross-site"}}),
       "CROSS_SITE", 403},
      {"AnotherRole", incoming("GET", "/desk", {{"Cookie", "finance"}}), "NOT_YOUR_PART", 403},
      {"NoLength", incoming("POST", "/closed", client), "LENGTH_REQUIRED", 411},
      {"TooLong", incoming("POST", "/closed", with_length("101"), "abc"), "BODY_TOO_LARGE", 413},
      {"Truncated", incoming("POST", "/closed", with_length("4"), "abc"), "BODY_TRUNCATED", 400},
      {"BodyWhereNoneIsTaken", incoming("GET", "/open", {}, "abc"), "BODY_TOO_LARGE", 413},
      {"Throws", incoming("GET", "/throws"), "OUR_FAULT", 500},
      {"ThrowsANumber", incoming("GET", "/throws/number"), "OUR_FAULT", 500},
  };
  return kRefusals;
}

class Refusals : public testing::TestWithParam<Refusal> {};

// Signs in whoever says to be of finance.
std::optional<accounts::Asker> anyone_of_finance(const http::Headers& headers) {
  if (http::only(headers, "Cookie") == "newcomer") return accounts::Asker{"n-1", {}, ""};
  if (http::only(headers, "Cookie") != "finance") return std::nullopt;
  return accounts::Asker{"f-1", accounts::Role::Finance, ""};
}

TEST_P(Refusals, RefusesWithItsCodeAndLetsNothingThrough) {
  AServer server;
  server.resources.who = anyone_of_finance;
  const auto outgoing = dispatch(GetParam().incoming, server.resources, kTable);
  EXPECT_EQ(outgoing.answer.status, GetParam().status);
  EXPECT_EQ(code_of_answer(outgoing.answer), GetParam().code);
  EXPECT_EQ(http::only(outgoing.answer.headers, "X-Request-Id"), "R-1");
  EXPECT_EQ(http::only(outgoing.answer.headers, "Cache-Control"), "no-store");
  EXPECT_EQ(server.inspected, 0);
}

TEST(Dispatch, HandsOverWhoHasSignedIn) {
  AServer server;
  server.resources.who = anyone_of_finance;
  const auto outgoing =
      dispatch(incoming("GET", "/mine", {{"Cookie", "finance"}}), server.resources, kTable);
  EXPECT_EQ(outgoing.answer.body, "f-1:0");
}

TEST(Dispatch, LetsWhoHasNoSecondFactorYetSetOneUp) {
  AServer server;
  server.resources.who = anyone_of_finance;
  const auto outgoing =
      dispatch(incoming("GET", "/me", {{"Cookie", "newcomer"}}), server.resources, kTable);
  EXPECT_EQ(outgoing.answer.body, "n-1:0");
}

INSTANTIATE_TEST_SUITE_P(Dispatch, Refusals, testing::ValuesIn(refusals()),
                         [](const auto& refusal) { return std::string(refusal.param.name); });

TEST(DispatchedRequest, ArrivesAtItsHandlerWithItsClientAndBody) {
  AServer server;
  const auto outgoing = dispatch(incoming("POST", "/closed", headers_of_a_client(), "12345"),
                                 server.resources, kTable);
  EXPECT_EQ(outgoing.answer.body, "desk:5");
  EXPECT_TRUE(outgoing.keep_open);
}

// What is left of a body would be taken for the next request.
TEST(DispatchedRequest, WithItsBodyUnreadIsTheLastOfItsConnection) {
  AServer server;
  EXPECT_FALSE(dispatch(incoming("POST", "/closed", {}, "GET / HTTP/1.1"), server.resources, kTable)
                   .keep_open);
  EXPECT_TRUE(dispatch(incoming("GET", "/nowhere"), server.resources, kTable).keep_open);
}

TEST(DispatchedRequest, WhileStoppingIsTheLastOfItsConnection) {
  AServer server;
  server.resources.stopping = true;
  EXPECT_FALSE(dispatch(incoming("GET", "/open"), server.resources, kTable).keep_open);
}

TEST(DispatchedRequest, IsLoggedByItsRouteAndNeverAsItWasTyped) {
  AServer server;
  (void)dispatch(incoming("GET", "/nowhere/13800138000?name=secret"), server.resources, kTable);
  (void)dispatch(incoming("GET", "/open?name=secret", {{"X-Secret", "secret"}}), server.resources,
                 kTable);
  ASSERT_EQ(server.lines.size(), 2u);
  EXPECT_THAT(server.lines, testing::Each(testing::Not(testing::HasSubstr("secret"))));
  EXPECT_THAT(server.lines, testing::Each(testing::Not(testing::HasSubstr("13800138000"))));
  EXPECT_THAT(server.lines[0], testing::HasSubstr(R"("route":"none","status":404)"));
  EXPECT_THAT(server.lines[1], testing::HasSubstr(R"("route":"/open","status":200)"));
}

TEST(DispatchedRequest, ThatFailsTellsTheLogWhyAndTheClientOnlyThat) {
  AServer server;
  const auto outgoing = dispatch(incoming("GET", "/throws"), server.resources, kTable);
  EXPECT_THAT(outgoing.answer.body, testing::Not(testing::HasSubstr("13800138000")));
  EXPECT_THAT(server.lines.front(), testing::StartsWith("fault "));
}

TEST(DispatchedRequest, IsCounted) {
  AServer server;
  (void)dispatch(incoming("GET", "/open"), server.resources, kTable);
  EXPECT_THAT(server.resources.metrics.text({}),
              testing::HasSubstr("vermilion_requests_total{route=\"/open\",status=\"200\"} 1"));
}

}  // namespace
}  // namespace vermilion::service::server
