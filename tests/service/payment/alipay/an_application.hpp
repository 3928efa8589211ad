#pragma once

#include "service/crypto/base64.hpp"
#include "service/payment/alipay/signing.hpp"
#include "tests/service/payment/vectors.hpp"

#include <string>

// An application, and the gateway as it speaks to it.
namespace vermilion::service::payment::alipay {

inline const crypto::RsaPrivateKey& our_key() {
  static const auto key = crypto::RsaPrivateKey::generate();
  return key;
}

inline const crypto::RsaPrivateKey& gateway_key() {
  static const auto key = crypto::RsaPrivateKey::generate();
  return key;
}

inline Application an_application(const std::string& gateway_pem = gateway_key().public_pem()) {
  return {.app_id = "2021000000000001",
          .seller_id = "2088000000000002",
          .key = our_key(),
          .gateway_key = *crypto::RsaPublicKey::from_pem(gateway_pem),
          .notify_url = "https://ca.example.com/pay/alipay/notify"};
}

// The application the vectors were signed for.
inline Application of_the_vectors() {
  return an_application(vectors().at("public_key_pem").get<std::string>());
}

// A callback as the gateway sends it.
inline std::string called_back(Parameters parameters) {
  parameters["sign"] = crypto::to_base64(gateway_key().sign(notice_text(parameters)));
  parameters["sign_type"] = "RSA2";
  return to_form(parameters);
}

// An answer as the gateway signs it.
inline std::string answered(const std::string& member, const std::string& object) {
  return "{\"" + member + "\":" + object + ",\"sign\":\"" +
         crypto::to_base64(gateway_key().sign(object)) + "\"}";
}

}  // namespace vermilion::service::payment::alipay
