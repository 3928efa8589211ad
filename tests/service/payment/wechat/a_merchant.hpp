#pragma once

#include "service/crypto/aes_gcm.hpp"
#include "service/crypto/base64.hpp"
#include "service/http/message.hpp"
#include "service/payment/wechat/merchant.hpp"
#include "tests/service/payment/vectors.hpp"

#include <string>

// A merchant, and the gateway as it speaks to it.
namespace vermilion::service::payment::wechat {

inline const crypto::RsaPrivateKey& our_key() {
  static const auto key = crypto::RsaPrivateKey::generate();
  return key;
}

inline const crypto::RsaPrivateKey& gateway_key() {
  static const auto key = crypto::RsaPrivateKey::generate();
  return key;
}

constexpr const char* kGatewaySerial = "PUB_KEY_ID_GATEWAY";

inline Merchant a_merchant() {
  Merchant merchant{.appid = "wxd678efh567hg6787",
                    .mchid = "1230000109",
                    .serial = "OURS",
                    .key = our_key(),
                    .apiv3_key = "0123456789abcdef0123456789ABCDEF",
                    .gateway_keys = {},
                    .notify_url = "https://ca.example.com/pay/wechat/notify"};
  merchant.gateway_keys.emplace(kGatewaySerial,
                                *crypto::RsaPublicKey::from_pem(gateway_key().public_pem()));
  merchant.gateway_keys.emplace(
      "PUB_KEY_ID_TEST",
      *crypto::RsaPublicKey::from_pem(vectors().at("public_key_pem").get<std::string>()));
  return merchant;
}

// The headers under which the gateway sends `body` at `seconds`.
inline http::Headers gateway_headers(std::string_view body, std::int64_t seconds) {
  const std::string time = std::to_string(seconds);
  const std::string text = time + "\nnonce\n" + std::string(body) + "\n";
  return {{"Wechatpay-Timestamp", time},
          {"Wechatpay-Nonce", "nonce"},
          {"Wechatpay-Serial", kGatewaySerial},
          {"Wechatpay-Signature", crypto::to_base64(gateway_key().sign(text))}};
}

// A callback that carries `resource`, sealed as the gateway seals it.
inline std::string sealed_notice(std::string_view event, const nlohmann::json& resource) {
  const std::string key = "0123456789abcdef0123456789ABCDEF";
  const auto sealed = crypto::seal({key, "twelve bytes", "about"}, resource.dump());
  return nlohmann::json{{"id", "EV-1"},
                        {"event_type", event},
                        {"resource_type", "encrypt-resource"},
                        {"resource",
                         {{"algorithm", "AEAD_AES_256_GCM"},
                          {"ciphertext", crypto::to_base64(*sealed)},
                          {"nonce", "twelve bytes"},
                          {"associated_data", "about"}}}}
      .dump();
}

}  // namespace vermilion::service::payment::wechat
