#include "service/payment/alipay/signing.hpp"

#include "service/crypto/digest.hpp"
#include "tests/service/payment/alipay/an_application.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::payment::alipay {
namespace {

TEST(AlipaySigning, RequestsAreSignedAsInTheVectors) {
  const auto vector = vectors().at("alipay_request");
  const Parameters parameters = vector.at("params");
  const std::string text = request_text(parameters);
  EXPECT_EQ(text, vector.at("sign_content"));
  EXPECT_EQ(crypto::hex(crypto::sha256(text)), vector.at("sha256"));
  EXPECT_TRUE(of_the_vectors().gateway_key.verifies(
      text, *crypto::from_base64(vector.at("sign").get<std::string>())));
}

TEST(AlipaySigning, CallbackOfTheVectorsIsBelieved) {
  const auto vector = vectors().at("alipay_notify");
  const auto parameters = from_form(vector.at("form_body").get<std::string>());
  ASSERT_TRUE(parameters);
  EXPECT_EQ(notice_text(*parameters), vector.at("sign_content"));
  EXPECT_TRUE(is_signed(*parameters, of_the_vectors()));
  EXPECT_FALSE(is_signed(*parameters, an_application())) << "signed by another gateway";
}

TEST(AlipaySigning, AnswerOfTheVectorsIsItsBytes) {
  const auto vector = vectors().at("alipay_sync_response");
  const std::string raw = vector.at("raw");
  EXPECT_EQ(signed_object(raw, "alipay_trade_precreate_response", of_the_vectors()),
            vector.at("signed_substring").get<std::string>());
  EXPECT_EQ(signed_object(raw, "alipay_trade_query_response", of_the_vectors()), std::nullopt);
}

TEST(AlipaySigning, AnswerThatWasTouchedIsNot) {
  const std::string raw = answered("x_response", R"({"code":"10000","qr_code":"a\/b{\"}"})");
  ASSERT_TRUE(signed_object(raw, "x_response", an_application()));
  std::string forged = raw;
  forged.replace(forged.find("a\\/b"), 4, "c\\/d");
  EXPECT_EQ(signed_object(forged, "x_response", an_application()), std::nullopt);
  // A second object of that name hides in a text of the first.
  EXPECT_EQ(signed_object(R"({"y":")" + raw, "x_response", an_application()), std::nullopt);
  EXPECT_EQ(signed_object(raw.substr(0, 30), "x_response", an_application()), std::nullopt);
}

TEST(AlipaySigning, OurSignatureCoversEveryParameter) {
  const auto key = *crypto::RsaPublicKey::from_pem(our_key().public_pem());
  const auto parameters =
      signed_parameters({{"app_id", "1"}, {"sign_type", "RSA2"}, {"empty", ""}}, an_application());
  EXPECT_EQ(request_text(parameters), "app_id=1&sign_type=RSA2");
  EXPECT_TRUE(key.verifies("app_id=1&sign_type=RSA2", *crypto::from_base64(parameters.at("sign"))));
}

}  // namespace
}  // namespace vermilion::service::payment::alipay
