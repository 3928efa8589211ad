#pragma once

#include "service/crypto/rsa.hpp"

#include <functional>
#include <map>
#include <string>

namespace vermilion::service::payment::wechat {

// What WeChat Pay knows us by, and we it.
struct Merchant {
  std::string appid;
  std::string mchid;
  std::string serial;  // of our certificate
  crypto::RsaPrivateKey key;
  std::string apiv3_key;  // 32 bytes; opens what callbacks carry
  // By serial: platform certificates and the public key ("PUB_KEY_ID_…"). While a merchant moves
  // from one to the other, both sign.
  std::map<std::string, crypto::RsaPublicKey, std::less<>> gateway_keys;
  std::string notify_url;  // https, without a query
};

}  // namespace vermilion::service::payment::wechat
