#include "service/verification/verification.hpp"

#include "service/verification/signing.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <random>

namespace vermilion::service::verification {
namespace {

using std::chrono::seconds;

constexpr Instant kNow{seconds(1'795'226'400)};
const Account kAccount{"ours", "a secret of the provider and us", "https://ca.example.com/v"};

nlohmann::json a_result() {
  return {{"notice", "N1"},
          {"order", "O1"},
          {"reference", "VR-1"},
          {"state", "passed"},
          {"channel", "face"},
          {"at", "2026-11-21T10:00:00+08:00"},
          {"consented_at", "2026-11-21T09:59:00+08:00"}};
}

tl::expected<Result, Distrust> read(const nlohmann::json& json, Instant now = kNow) {
  const std::string body = json.dump();
  return read_notice(signed_headers(body, kAccount, {kNow, "n1"}), body, kAccount, now);
}

TEST(Verification, IsAskedForWithTheOrderAndSigned) {
  const auto request = start_request(
      kAccount, {"O1", "91360000625912173B", "江西铜业股份有限公司", "2026-1"}, {kNow, "n1"});
  EXPECT_EQ(request.path, "/v1/verifications");
  EXPECT_TRUE(verify(request, kAccount, kNow));
  EXPECT_EQ(nlohmann::json::parse(request.body).at("order"), "O1");
  auto other = request;
  other.path = "/v1/other";
  EXPECT_EQ(verify(other, kAccount, kNow).error(), Distrust::BadSignature);
}

TEST(Verification, StartedOneIsOfTheOrderAskedFor) {
  const std::string body = R"({"order":"O1","reference":"VR-1","url":"https://v.example.com/O1",)"
                           R"("expires":"2026-11-28T10:00:00+08:00"})";
  const http::Answer answer{200, signed_headers(body, kAccount, {kNow, "n"}), body};
  const auto started = read_started(answer, "O1", kAccount, kNow);
  ASSERT_TRUE(started);
  EXPECT_EQ(started->url, "https://v.example.com/O1");
  EXPECT_EQ(read_started(answer, "O2", kAccount, kNow).error(), Distrust::Foreign);
}

TEST(Verification, PassedOneTellsChannelReferenceAndConsent) {
  const auto result = read(a_result());
  ASSERT_TRUE(result) << payment::name(result.error());
  EXPECT_EQ(result->state, Result::State::Passed);
  EXPECT_EQ(result->order, "O1");
  EXPECT_EQ(result->reference, "VR-1");
  EXPECT_EQ(result->at - result->consented_at, seconds(60));
}

TEST(Verification, NothingPassesWithoutConsentBeforeIt) {
  auto none = a_result();
  none.erase("consented_at");
  EXPECT_EQ(read(none).error(), Distrust::Incomplete);
  auto late = a_result();
  late["consented_at"] = "2026-11-21T10:00:01+08:00";
  EXPECT_EQ(read(late).error(), Distrust::Incomplete);
}

TEST(Verification, WhatIsMissingOrOfAnotherKindIsIncomplete) {
  for (const char* member : {"notice", "order", "reference", "state", "channel"}) {
    auto json = a_result();
    json.erase(member);
    EXPECT_EQ(read(json).error(), Distrust::Incomplete) << member;
    json[member] = 7;
    EXPECT_EQ(read(json).error(), Distrust::Incomplete) << member;
  }
}

TEST(Verification, OldAndForeignCallbacksAreNotBelieved) {
  EXPECT_EQ(read(a_result(), kNow + seconds(300)).error(), Distrust::Stale);
  EXPECT_EQ(read(a_result(), kNow - seconds(300)).error(), Distrust::Stale);
  const std::string body = a_result().dump();
  auto other = kAccount;
  other.key_id = "theirs";
  EXPECT_EQ(read_notice(signed_headers(body, other, {kNow, "n"}), body, kAccount, kNow).error(),
            Distrust::UnknownKey);
}

TEST(Verification, ForgedBodiesAreNeverBelieved) {
  const std::string body = a_result().dump();
  const auto headers = signed_headers(body, kAccount, {kNow, "n1"});
  std::minstd_rand random(11);
  for (int i = 0; i < 10'000; ++i) {
    std::string forged = body;
    char& byte = forged[random() % forged.size()];
    byte = static_cast<char>(byte ^ static_cast<char>(1 + random() % 255));
    EXPECT_FALSE(read_notice(headers, forged, kAccount, kNow));
  }
}

}  // namespace
}  // namespace vermilion::service::verification
