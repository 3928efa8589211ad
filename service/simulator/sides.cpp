#include "service/simulator/sides.hpp"

#include "service/accounts/templates.hpp"
#include "service/crypto/digest.hpp"
#include "service/effects/cashier.hpp"
#include "workflow/notices.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <system_error>

namespace vermilion::service::simulator {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

// 32 hexadecimal digits nobody can guess.
std::string secret() {
  return effects::real_stamps()().nonce;
}

std::string authority_of(const Addresses& addresses) {
  return addresses.partners.substr(addresses.partners.find("//") + 2);
}

// Private before the first byte is in it.
bool write(const fs::path& file, std::string_view text) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  std::ofstream(file, std::ios::trunc).close();
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, error);
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  return !error && out.flush().good();
}

// A number for every text there is, as a vendor would give them.
Json templates() {
  Json all;
  int number = 0;
  for (std::size_t i = 0; i < workflow::kNotices; ++i) {
    const auto notice = workflow::name_of(static_cast<workflow::NoticeKind>(i));
    all[std::string(notice)] = fmt::format("SMS_{}", 1000 + number++);
  }
  for (const auto& one : accounts::kTemplates) {
    all[std::string(one.name)] = fmt::format("SMS_{}", 1000 + number++);
  }
  return all;
}

Json settings_of(const Sides& sides, const Addresses& addresses) {
  const std::string& url = addresses.partners;
  const auto back = [&](const char* name) {
    return fmt::format("{}/{}", addresses.callbacks, name);
  };
  return {{"wechat",
           {{"url", url},
            {"appid", sides.wechat.appid},
            {"mchid", sides.wechat.mchid},
            {"serial", sides.wechat.serial},
            {"key_file", "wechat/merchant.key"},
            {"apiv3_key_file", "wechat/apiv3.key"},
            {"gateway_keys", {{sides.wechat.gateway_serial, "wechat/gateway.pem"}}},
            {"notify_url", back("wechat")}}},
          {"alipay",
           {{"url", url},
            {"app_id", sides.alipay.app_id},
            {"seller_id", sides.alipay.seller_id},
            {"key_file", "alipay/application.key"},
            {"gateway_key_file", "alipay/gateway.pem"},
            {"bill_url", url},
            {"notify_url", back("alipay")}}},
          {"sms",
           {{"vendor", "aliyun"},
            {"url", url},
            {"host", sides.aliyun.host},
            {"key_id", sides.aliyun.key_id},
            {"secret_file", "sms/aliyun.secret"},
            {"sign_name", sides.aliyun.sign_name},
            {"templates", templates()}}},
          {"verification",
           {{"url", url},
            {"key_id", sides.verification.key_id},
            {"secret_file", "verification/secret"},
            {"notify_url", sides.verification.notify_url}}},
          {"courier",
           {{"url", url},
            {"customer", sides.courier.customer},
            {"key_file", "courier/key"},
            {"salt_file", "courier/salt"},
            {"callback_url", sides.courier.callback_url}}},
          {"invoices", {{"folder", "invoices"}}}};
}

}  // namespace

Sides make_sides(const Addresses& addresses) {
  using crypto::RsaPrivateKey;
  const std::string host = authority_of(addresses);
  const auto back = [&](const char* name) {
    return fmt::format("{}/{}", addresses.callbacks, name);
  };
  return {
      .wechat = {.merchant = RsaPrivateKey::generate(),
                 .gateway = RsaPrivateKey::generate(),
                 .apiv3_key = secret()},
      .alipay = {.application = RsaPrivateKey::generate(), .gateway = RsaPrivateKey::generate()},
      .aliyun = {"SIMULATED", secret(), "江西数字证书", host},
      .tencent = {"SIMULATED", secret(), "1400000000", "江西数字证书", "ap-guangzhou", host},
      .verification = {"SIMULATED", secret(), back("verification")},
      .courier = {"SIMULATED", secret(), back("courier"), secret()}};
}

tl::expected<void, std::string> write_sides(const Sides& sides, const Addresses& addresses,
                                            const fs::path& folder) {
  const std::pair<const char*, std::string> files[] = {
      {"wechat/merchant.key", sides.wechat.merchant.private_pem()},
      {"wechat/apiv3.key", sides.wechat.apiv3_key},
      {"wechat/gateway.pem", sides.wechat.gateway.public_pem()},
      {"alipay/application.key", sides.alipay.application.private_pem()},
      {"alipay/gateway.pem", sides.alipay.gateway.public_pem()},
      {"sms/aliyun.secret", sides.aliyun.secret},
      {"sms/tencent.secret", sides.tencent.secret},
      {"verification/secret", sides.verification.secret},
      {"courier/key", sides.courier.key},
      {"courier/salt", sides.courier.salt},
      {"partners.json", settings_of(sides, addresses).dump(2) + "\n"},
  };
  for (const auto& [name, text] : files) {
    if (!write(folder / name, text)) return tl::unexpected((folder / name).string());
  }
  return {};
}

payment::wechat::Merchant merchant_of(const WeChatSide& side, const Addresses& addresses) {
  payment::wechat::Merchant merchant{.appid = side.appid,
                                     .mchid = side.mchid,
                                     .serial = side.serial,
                                     .key = side.merchant,
                                     .apiv3_key = side.apiv3_key,
                                     .gateway_keys = {},
                                     .notify_url = addresses.callbacks + "/wechat"};
  merchant.gateway_keys.emplace(side.gateway_serial,
                                *crypto::RsaPublicKey::from_pem(side.gateway.public_pem()));
  return merchant;
}

payment::alipay::Application application_of(const AlipaySide& side, const Addresses& addresses) {
  return {.app_id = side.app_id,
          .seller_id = side.seller_id,
          .key = side.application,
          .gateway_key = *crypto::RsaPublicKey::from_pem(side.gateway.public_pem()),
          .notify_url = addresses.callbacks + "/alipay"};
}

}  // namespace vermilion::service::simulator
