#include "service/webhooks/telling.hpp"

#include "service/crypto/base64.hpp"
#include "service/crypto/digest.hpp"
#include "tests/service/store/orders/a_world.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <deque>

namespace vermilion::service::webhooks {
namespace {

using tests::AStore;
using tests::AWorld;
using tests::Backend;

// The worked example of the specification (standard-webhooks 1.0.0).
TEST(WebhookRequest, IsSignedAsStandardWebhooksHasIt) {
  const std::string secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  const auto key = *crypto::from_base64(secret.substr(6));
  EXPECT_EQ(crypto::to_base64(crypto::hmac_sha256(
                key, "msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{\"test\": 2432232314}")),
            "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

  const auto request =
      request_of({"msg_1_2", "approved", "O1", "awaiting_payment", 2, 5}, secret, 1614265330);
  const auto expected =
      crypto::to_base64(crypto::hmac_sha256(key, "msg_1_2.1614265330." + request.body));
  EXPECT_EQ(http::only(request.headers, "webhook-signature"), "v1," + expected);
  EXPECT_EQ(http::only(request.headers, "webhook-id"), "msg_1_2");
  const auto json = nlohmann::json::parse(request.body);
  EXPECT_EQ(json.at("type"), "order.approved");
  EXPECT_EQ(json.at("data").at("stage"), "awaiting_payment");
}

// A program somewhere that answers what it is told to, and remembers what it heard.
struct Listener {
  CarrierTo carrier() {
    return [this](const std::string&) {
      return transport::Carrier([this](const http::Request& request) -> transport::Exchanged {
        heard.push_back(nlohmann::json::parse(request.body).at("number"));
        const int status = answers.empty() ? 200 : answers.front();
        if (!answers.empty()) answers.pop_front();
        if (status == 0) {
          return tl::unexpected(
              transport::Failure{transport::Failure::Kind::Unknown, "took too long"});
        }
        return http::Answer{.status = status, .headers = {}, .body = {}};
      });
    };
  }

  std::deque<int> answers;  // then 200; 0 is none
  std::vector<std::int64_t> heard;
};

class Telling : public tests::OnBoth {
 protected:
  // Only when the backend is there.
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    store = std::make_unique<AStore>(GetParam());
    id = add(store->database, {"desk", "https://a.example/h", {}}, "admin")->id;
  }

  void happen(int steps) {
    AWorld world(*store, ++worlds);
    for (int i = 0; i < steps; ++i) world.step();
  }
  int tell() {
    const auto told = tell_all(store->database, listener.carrier(), "key", habits, {});
    EXPECT_TRUE(told) << told.error().detail;
    return told.value_or(-1);
  }
  Webhook webhook() { return all(store->database)->front(); }

  std::unique_ptr<AStore> store;
  std::string id;
  Listener listener;
  Habits habits;
  std::uint64_t worlds = 0;
};
INSTANTIATE_TEST_SUITE_P(Webhooks, Telling, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

TEST_P(Telling, TellsEveryEventOfAnOrderOnceAndInOrder) {
  happen(60);
  const int first = tell();
  EXPECT_GT(first, 5);
  EXPECT_EQ(tell(), 0);
  happen(30);
  tell();
  EXPECT_TRUE(std::ranges::is_sorted(listener.heard, std::less_equal<>()));
}

TEST_P(Telling, TriesAgainLaterAndLeavesNothingOut) {
  happen(40);
  listener.answers = {500, 0};
  EXPECT_EQ(tell(), 0);
  EXPECT_EQ(listener.heard.size(), 1u) << "the next goes out when this one is over with";
  EXPECT_EQ(webhook().reason, "answered 500");
  store->wait(std::chrono::seconds(6));
  EXPECT_EQ(tell(), 0);
  EXPECT_EQ(webhook().tries, 2);
  EXPECT_EQ(tell(), 0) << "the pause is longer now";
  store->wait(std::chrono::seconds(11));
  EXPECT_GT(tell(), 5);
  EXPECT_EQ(listener.heard[0], listener.heard[2]);
  EXPECT_EQ(webhook().tries, 0);
}

TEST_P(Telling, GivesUpInTheEndAndSaysSo) {
  happen(40);
  listener.answers = std::deque<int>(18, 503);
  for (int i = 0; i < 18; ++i) {
    EXPECT_EQ(tell(), 0);
    store->wait(std::chrono::hours(1));
  }
  EXPECT_EQ(webhook().dead_letters, 1);
  EXPECT_GT(tell(), 5);
  EXPECT_GT(listener.heard[18], listener.heard[17]) << "what follows is told";
}

TEST_P(Telling, IsOverWithWhoSaysThatHeIsGone) {
  happen(40);
  listener.answers = {410};
  tell();
  EXPECT_TRUE(webhook().gone);
  store->wait(std::chrono::hours(24));
  EXPECT_EQ(tell(), 0);
  EXPECT_EQ(listener.heard.size(), 1u);
}

TEST_P(Telling, TellsOnlyWhatWasAskedFor) {
  ASSERT_TRUE(*remove(store->database, id));
  ASSERT_TRUE(add(store->database, {"desk", "https://a.example/h", {"no_such_event"}}, "admin"));
  happen(40);
  EXPECT_EQ(tell(), 0);
  EXPECT_EQ(listener.heard.size(), 0u);
}

}  // namespace
}  // namespace vermilion::service::webhooks
