#pragma once

#include "service/courier/courier.hpp"
#include "service/crypto/rsa.hpp"
#include "service/payment/alipay/application.hpp"
#include "service/payment/wechat/merchant.hpp"
#include "service/sms/aliyun.hpp"
#include "service/sms/tencent.hpp"
#include "service/verification/verification.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <string>

// Keys and names of the partners that are played, and of us as they know us.
namespace vermilion::service::simulator {

struct WeChatSide {
  crypto::RsaPrivateKey merchant;  // ours
  crypto::RsaPrivateKey gateway;
  std::string gateway_serial = "PUB_KEY_ID_SIMULATED";
  std::string appid = "wx0000000000000000";
  std::string mchid = "1900000000";
  std::string serial = "SIMULATED";
  std::string apiv3_key;
};

struct AlipaySide {
  crypto::RsaPrivateKey application;  // ours
  crypto::RsaPrivateKey gateway;
  std::string app_id = "2021000000000000";
  std::string seller_id = "2088000000000000";
};

struct Sides {
  WeChatSide wechat;
  AlipaySide alipay;
  sms::aliyun::Account aliyun;
  sms::tencent::Account tencent;
  verification::Account verification;
  courier::Account courier;
};

// Where the partners are called, and where they call back.
struct Addresses {
  std::string partners = "http://127.0.0.1:8077";
  std::string callbacks = "http://127.0.0.1:8080/callbacks";
};

// Fresh keys and secrets.
[[nodiscard]] Sides make_sides(const Addresses& addresses);

// partners.json and the key files beside it, as effects/partners reads them: private ones for the
// owner's eyes only. Invoices go through the folder's invoices/. Says why it could not.
[[nodiscard]] tl::expected<void, std::string> write_sides(const Sides& sides,
                                                          const Addresses& addresses,
                                                          const std::filesystem::path& folder);

// What the partners look like from our side.
[[nodiscard]] payment::wechat::Merchant merchant_of(const WeChatSide& side,
                                                    const Addresses& addresses);
[[nodiscard]] payment::alipay::Application application_of(const AlipaySide& side,
                                                          const Addresses& addresses);

}  // namespace vermilion::service::simulator
