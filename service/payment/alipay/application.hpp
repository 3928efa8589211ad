#pragma once

#include "service/crypto/rsa.hpp"

#include <string>

namespace vermilion::service::payment::alipay {

// What Alipay knows us by, and we it.
struct Application {
  std::string app_id;
  std::string seller_id;
  crypto::RsaPrivateKey key;
  crypto::RsaPublicKey gateway_key;
  std::string notify_url;
};

}  // namespace vermilion::service::payment::alipay
