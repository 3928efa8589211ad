#include "service/simulator/key_service.hpp"

#include "service/certificates/keys.hpp"
#include "service/payment/alipay/form.hpp"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::simulator {
namespace {

using Json = nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Key kKey{"K1", "5A83", "样例公司", "2027-11-22T00:00:00Z"};
const Key kRenewed{"K1", "9C01", "样例公司", "2028-11-22T00:00:00Z"};

http::Answer press(KeyService& service, const payment::alipay::Parameters& form) {
  return service.answer({"POST", "/do", {}, payment::alipay::to_form(form)});
}

Json asked(KeyService& service, const char* method, const char* path, const Json& body = nullptr) {
  return Json::parse(
      service.answer({method, path, {}, body.is_null() ? std::string() : body.dump()}).body);
}

TEST(KeyService, ShowsPagesTheKeysAPersonHasInserted) {
  KeyService service([] { return std::vector{kKey}; });
  EXPECT_THAT(asked(service, "GET", "/keys").at("keys"), IsEmpty());
  EXPECT_THAT(press(service, {{"act", "insert"}, {"key", "K1"}}).body, HasSubstr("已插入"));
  EXPECT_EQ(asked(service, "GET", "/keys").at("keys"),
            Json::array({{{"key_id", "K1"},
                          {"serial", "5A83"},
                          {"subject", "样例公司"},
                          {"valid_until", "2027-11-22T00:00:00Z"}}}));
  EXPECT_THAT(press(service, {{"act", "pull"}, {"key", "K1"}}).body, HasSubstr("已拔出"));
  EXPECT_THAT(service.inserted(), IsEmpty());
}

TEST(KeyService, TakesAnyKeyThatIsTyped) {
  KeyService service;
  press(service, {{"act", "add"}, {"key", "K2"}, {"serial", "77"}, {"subject", "<b>"}});
  EXPECT_THAT(service.inserted(), ElementsAre(Key{"K2", "77", "<b>", ""}));
  EXPECT_THAT(service.answer({"GET", "/", {}, {}}).body, HasSubstr("&lt;b&gt;"));
}

TEST(KeyService, WritesTheLastCertificateOntoAKeyThatIsThereForThePin) {
  Key issued = kKey;
  KeyService service([&issued] { return std::vector{issued}; });
  press(service, {{"act", "insert"}, {"key", "K1"}});
  issued = kRenewed;
  EXPECT_THAT(service.inserted(), ElementsAre(kKey));

  const char* const path = "/keys/K1/certificates";
  EXPECT_EQ(asked(service, "POST", path, {{"order", "O1"}, {"pin", "000000"}}).at("done"), false);
  EXPECT_THAT(service.inserted(), ElementsAre(kKey));
  EXPECT_EQ(asked(service, "POST", path, {{"order", "O1"}, {"pin", kKeyPin}}).at("done"), true);
  EXPECT_THAT(service.inserted(), ElementsAre(kRenewed));

  press(service, {{"act", "pull"}, {"key", "K1"}});
  EXPECT_EQ(asked(service, "POST", path, {{"pin", kKeyPin}}).at("said"), "KEY 已被拔出");
}

TEST(KeyService, IsReadByPagesOfThisMachineAlone) {
  KeyService service;
  const auto from = [&](const char* method, const char* origin) {
    return service.answer({method, "/keys", {{"Origin", origin}}, {}});
  };
  const auto here = from("GET", "http://127.0.0.1:8080");
  EXPECT_EQ(here.status, 200);
  EXPECT_EQ(http::only(here.headers, "Access-Control-Allow-Origin"), "http://127.0.0.1:8080");
  const auto before = from("OPTIONS", "http://localhost:8080");
  EXPECT_EQ(before.status, 204);
  EXPECT_EQ(http::only(before.headers, "Access-Control-Allow-Private-Network"), "true");
  const auto elsewhere = from("GET", "https://example.com");
  EXPECT_EQ(elsewhere.status, 403);
  EXPECT_EQ(http::count(elsewhere.headers, "Access-Control-Allow-Origin"), 0u);
  EXPECT_EQ(from("GET", "http://127.0.0.1.example.com").status, 403);
}

TEST(KeyService, HandsOutARequestForANewKeyEachTime) {
  KeyService service;
  const auto request = [&] { return service.answer({"GET", "/new-key", {}, {}}).body; };
  const std::string first = request();
  const std::string second = request();
  EXPECT_TRUE(certificates::PublicKey::from_request(first));
  EXPECT_TRUE(certificates::PublicKey::from_request(second));
  EXPECT_NE(first, second);
}

TEST(KeyService, WhatItDoesNotKnowItSays) {
  KeyService service;
  EXPECT_EQ(service.answer({"GET", "/nothing", {}, {}}).status, 404);
  EXPECT_EQ(service.answer({"POST", "/keys//certificates", {}, "{}"}).status, 404);
  EXPECT_EQ(press(service, {{"act", "rob"}}).status, 400);
  EXPECT_THAT(press(service, {{"act", "pull"}, {"key", "K9"}}).body, HasSubstr("没有可做的"));
}

}  // namespace
}  // namespace vermilion::service::simulator
