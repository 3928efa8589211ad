#include "service/payment/wechat/signing.hpp"

#include "service/crypto/digest.hpp"
#include "tests/service/payment/wechat/a_merchant.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace vermilion::service::payment::wechat {
namespace {

using std::chrono::seconds;

constexpr Instant kNow{seconds(1'795'226'401)};
constexpr Stamp stamp() {
  return {.now = Instant(seconds(1'554'208'460)), .nonce = "593BEC0C930BF1AFEB40B4A08C8FB242"};
}

http::Request request_of(const std::string& message) {
  const auto line = [&, at = std::size_t{0}]() mutable {
    const auto end = message.find('\n', at);
    const auto text = message.substr(at, end - at);
    at = end + 1;
    return text;
  };
  auto next = line;
  http::Request request{.method = next(), .path = next(), .headers = {}, .body = {}};
  (void)next();
  (void)next();
  request.body = next();
  return request;
}

TEST(WechatSigning, RequestsAreSignedAsInTheVectors) {
  const auto given = vectors();
  const auto key = crypto::RsaPublicKey::from_pem(given.at("public_key_pem").get<std::string>());
  ASSERT_TRUE(key);
  for (const auto& vector : given.at("wechat_request")) {
    const std::string message = vector.at("message");
    const std::string text = signed_text(request_of(message), stamp());
    EXPECT_EQ(text, message);
    EXPECT_EQ(crypto::hex(crypto::sha256(text)), vector.at("sha256"));
    EXPECT_TRUE(
        key->verifies(text, *crypto::from_base64(vector.at("signature").get<std::string>())));
  }
}

TEST(WechatSigning, AuthorizationCarriesOurSignature) {
  const auto merchant = a_merchant();
  const auto request = signed_request({"GET", "/v3/x?mchid=1", {}, {}}, merchant, stamp());
  const std::string header(*http::only(request.headers, "Authorization"));
  EXPECT_THAT(header, testing::StartsWith("WECHATPAY2-SHA256-RSA2048 mchid=\"1230000109\","));
  const auto from = header.find("signature=\"") + 11;
  const auto signature = crypto::from_base64(header.substr(from, header.size() - from - 1));
  ASSERT_TRUE(signature);
  EXPECT_TRUE(crypto::RsaPublicKey::from_pem(our_key().public_pem())
                  ->verifies(signed_text(request, stamp()), *signature));
}

TEST(WechatSigning, CallbackOfTheVectorsIsBelieved) {
  const auto notice = vectors().at("wechat_notify");
  http::Headers headers;
  for (const auto& [name, value] : notice.at("headers").items()) headers.push_back({name, value});
  EXPECT_TRUE(verify(headers, notice.at("body").get<std::string>(), a_merchant(), kNow));
}

TEST(WechatSigning, WithinFiveMinutesAndNotBeyond) {
  const auto merchant = a_merchant();
  for (const int off : {-299, -1, 0, 1, 299}) {
    const auto headers = gateway_headers("{}", kNow.time_since_epoch().count() + off);
    EXPECT_TRUE(verify(headers, "{}", merchant, kNow)) << off;
  }
  for (const int off : {-86400, -301, -300, 300, 301}) {
    const auto headers = gateway_headers("{}", kNow.time_since_epoch().count() + off);
    EXPECT_EQ(verify(headers, "{}", merchant, kNow).error(), Distrust::Stale) << off;
  }
}

TEST(WechatSigning, WhatIsForgedIsNotBelieved) {
  const auto merchant = a_merchant();
  const auto honest = gateway_headers("{}", kNow.time_since_epoch().count());
  ASSERT_TRUE(verify(honest, "{}", merchant, kNow));
  EXPECT_EQ(verify(honest, "{ }", merchant, kNow).error(), Distrust::BadSignature);
  struct Case {
    std::size_t header;
    const char* value;
    Distrust why;
  };
  for (const auto& [header, value, why] :
       {Case{0, "1795226402", Distrust::BadSignature}, Case{0, "soon", Distrust::Incomplete},
        Case{0, "-5", Distrust::Incomplete}, Case{1, "other", Distrust::BadSignature},
        Case{2, "PUB_KEY_ID_TEST", Distrust::BadSignature}, Case{2, "D7CE", Distrust::UnknownKey},
        Case{3, "WECHATPAY/SIGNTEST/AAAA", Distrust::BadSignature},
        Case{3, "", Distrust::BadSignature}}) {
    auto headers = honest;
    headers[header].value = value;
    EXPECT_EQ(verify(headers, "{}", merchant, kNow).error(), why) << header << " " << value;
  }
}

TEST(WechatSigning, HeaderThatIsMissingOrTwiceIsNotBelieved) {
  const auto merchant = a_merchant();
  const auto honest = gateway_headers("{}", kNow.time_since_epoch().count());
  for (std::size_t i = 0; i < honest.size(); ++i) {
    auto fewer = honest;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
    EXPECT_EQ(verify(fewer, "{}", merchant, kNow).error(), Distrust::Incomplete);
    auto more = honest;
    more.push_back(honest[i]);
    EXPECT_EQ(verify(more, "{}", merchant, kNow).error(), Distrust::Incomplete);
  }
}

}  // namespace
}  // namespace vermilion::service::payment::wechat
