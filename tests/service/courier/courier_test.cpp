#include "service/courier/courier.hpp"

#include "service/payment/alipay/form.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <random>

namespace vermilion::service::courier {
namespace {

using Json = nlohmann::json;
using payment::alipay::from_form;
using payment::alipay::to_form;

const Account kAccount{"CUSTOMER", "KEY", "https://ca.example.com/courier", "SALT"};
const Parcel kParcel{"SF", "SF1234567890123", "13800138000"};

Json a_track(const char* state) {
  return {{"message", "ok"},
          {"state", state},
          {"com", "shunfeng"},
          {"nu", "SF1234567890123"},
          {"data",
           {{{"context", "南昌营业部"}, {"ftime", "2026-11-21 10:00:00"}},
            {{"context", "上饶营业部"}, {"ftime", "2026-11-20 10:00:00"}}}}};
}

std::string pushed(const Json& track) {
  const std::string param = Json{{"status", "polling"}, {"lastResult", track}}.dump();
  return to_form({{"param", param}, {"sign", push_sign(param, kAccount)}});
}

TEST(Courier, CarriersAreKnownByTheirNames) {
  EXPECT_EQ(carrier_word("SF"), "shunfeng");
  EXPECT_EQ(carrier_word("顺丰速运"), "shunfeng");
  EXPECT_EQ(carrier_word("ems"), "ems");
  EXPECT_EQ(carrier_word("shunfeng"), "shunfeng");
  EXPECT_EQ(carrier_word("隔壁老王"), std::nullopt);
}

TEST(Courier, QueryIsSignedOverWhatItAsks) {
  const auto form = *from_form(query_request(kAccount, kParcel).body);
  EXPECT_EQ(form.at("param"),
            R"({"com":"shunfeng","num":"SF1234567890123","phone":"13800138000"})");
  EXPECT_EQ(form.at("sign"), query_sign(form.at("param"), kAccount));
  EXPECT_EQ(query_sign("", {"c", "", "", ""}), "4A8A08F09D37B73795649038408B5F33");  // MD5 of "c"
}

TEST(Courier, SubscribedTwiceIsSubscribed) {
  EXPECT_TRUE(read_subscribed({200, {}, R"({"result":true,"returnCode":"200"})"}));
  EXPECT_TRUE(read_subscribed({200, {}, R"({"result":false,"returnCode":"501"})"}));
  EXPECT_EQ(read_subscribed({200, {}, R"({"result":false,"returnCode":"700"})"}).error(), "700");
  EXPECT_EQ(read_subscribed({502, {}, "<html>"}).error(), "502");
}

TEST(Courier, EveryStateIsUnderstood) {
  using enum State;
  for (const auto& [code, state] : {std::pair{"0", Underway},
                                    {"1", Underway},
                                    {"2", Trouble},
                                    {"3", Delivered},
                                    {"4", Returned},
                                    {"5", Underway},
                                    {"6", Returned},
                                    {"7", Underway},
                                    {"14", Returned},
                                    {"99", Unknown}}) {
    const auto tracked = read_push(pushed(a_track(code)), kAccount);
    ASSERT_TRUE(tracked) << code;
    EXPECT_EQ(tracked->state, state) << code;
    EXPECT_EQ(tracked->place, "南昌营业部");
    EXPECT_EQ(read_tracked({200, {}, a_track(code).dump()})->state, state) << code;
  }
}

TEST(Courier, SameNewsHasTheSameId) {
  const auto id = [](const Json& track) { return read_push(pushed(track), kAccount)->id(); };
  EXPECT_EQ(id(a_track("3")), id(a_track("3")));
  EXPECT_NE(id(a_track("3")), id(a_track("5")));
}

TEST(Courier, WhatIsNotThereIsIncomplete) {
  for (const char* member : {"com", "nu"}) {
    auto track = a_track("3");
    track.erase(member);
    EXPECT_EQ(read_push(pushed(track), kAccount).error(), Distrust::Incomplete) << member;
  }
  EXPECT_EQ(read_push("param=1", kAccount).error(), Distrust::Incomplete);
  EXPECT_EQ(read_tracked({200, {}, R"({"result":false,"returnCode":"500"})"}).error(),
            Distrust::Incomplete);
}

TEST(Courier, ForgedPushesAreNeverBelieved) {
  auto form = *from_form(pushed(a_track("3")));
  std::minstd_rand random(13);
  for (int i = 0; i < 10'000; ++i) {
    auto forged = form;
    std::string& param = forged["param"];
    char& byte = param[random() % param.size()];
    byte = static_cast<char>(byte ^ static_cast<char>(1 + random() % 255));
    EXPECT_EQ(read_push(to_form(forged), kAccount).error(), Distrust::BadSignature);
  }
}

}  // namespace
}  // namespace vermilion::service::courier
