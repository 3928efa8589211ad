#include "service/server/problem.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>

namespace vermilion::service::server {
namespace {

TEST(Problem, OfEachFaultHasItsOwnCodeAndAStatusOfAnError) {
  std::set<std::string_view> codes;
  for (std::size_t i = 0; i < kFaults; ++i) {
    const auto fault = static_cast<Fault>(i);
    EXPECT_TRUE(codes.insert(code_of(fault)).second) << code_of(fault);
    EXPECT_GE(status_of(fault), 400) << code_of(fault);
    EXPECT_LT(status_of(fault), 600) << code_of(fault);
  }
}

TEST(Problem, IsAnRfc9457DocumentWithTheRequestInIt) {
  const auto answer = answer_of({.fault = Fault::UnknownDocument,
                                 .detail = "did you mean \"licence\"?",
                                 .pointer = "/query/document"},
                                "R-1");
  EXPECT_EQ(answer.status, 404);
  EXPECT_EQ(http::only(answer.headers, "Content-Type"), "application/problem+json");
  const auto body = nlohmann::json::parse(answer.body);
  EXPECT_EQ(body["status"], 404);
  EXPECT_EQ(body["code"], "UNKNOWN_DOCUMENT");
  EXPECT_EQ(body["type"], "urn:vermilion:problem:UNKNOWN_DOCUMENT");
  EXPECT_EQ(body["request"], "R-1");
  EXPECT_EQ(body["errors"][0]["pointer"], "/query/document");
  EXPECT_EQ(body["errors"][0]["detail"], "did you mean \"licence\"?");
}

TEST(Problem, PassesOnWhatAnotherRoomHasSaid) {
  const auto answer = answer_of(
      {.fault = Fault::Refused, .said = Said{"MAIL_NOT_YET", "请先付款。", "Pay first."}}, "R-1");
  EXPECT_EQ(answer.status, 409);
  const auto body = nlohmann::json::parse(answer.body);
  EXPECT_EQ(body["code"], "MAIL_NOT_YET");
  EXPECT_EQ(body["detail"], "请先付款。");
  EXPECT_EQ(body["title"], "Pay first.");
}

TEST(Problem, TellsEachMemberThatIsWrong) {
  const auto answer =
      answer_of({.fault = Fault::Invalid,
                 .complaints = {{"/agent/mobile", "不是手机号"}, {"/years", "1 至 5"}}},
                "R-1");
  const auto body = nlohmann::json::parse(answer.body);
  ASSERT_EQ(body["errors"].size(), 2U);
  EXPECT_EQ(body["errors"][1]["pointer"], "/years");
}

TEST(Problem, SaysWhatTheClientCanDo) {
  EXPECT_EQ(http::only(answer_of({.fault = Fault::Busy, .retry_s = 3}, "R").headers, "Retry-After"),
            "3");
  EXPECT_EQ(http::only(answer_of({.fault = Fault::MethodNotAllowed, .allow = "GET"}, "R").headers,
                       "Allow"),
            "GET");
  EXPECT_TRUE(
      http::only(answer_of({.fault = Fault::Unauthorised}, "R").headers, "WWW-Authenticate"));
}

}  // namespace
}  // namespace vermilion::service::server
