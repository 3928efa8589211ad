#include "service/effects/partners.hpp"

#include "service/effects/invoice_tray.hpp"
#include "service/effects/texting.hpp"
#include "service/transport/client.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace vermilion::service::effects {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// Where Alipay's answers say that bills lie.
constexpr const char* kAlipayBills = "https://dwbillcenter.alipay.com";

// What is wrong with the settings; caught by read_partners and nowhere else.
struct Wrong : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::string contents_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Wrong(fmt::format("{}: cannot be read", file.string()));
  return {std::istreambuf_iterator<char>(in), {}};
}

// One line of it; a line feed at the end is an editor's.
std::string secret_in(const fs::path& file) {
  std::error_code error;
  const auto others = fs::perms::group_read | fs::perms::others_read;
  if ((fs::status(file, error).permissions() & others) != fs::perms::none) {
    throw Wrong(fmt::format("{}: others may read it; chmod 600", file.string()));
  }
  std::string text = contents_of(file);
  while (text.ends_with('\n') || text.ends_with('\r')) text.pop_back();
  return text;
}

template <class T>
T sound(tl::expected<T, std::string> read, const std::string& where) {
  if (!read) throw Wrong(fmt::format("{}: {}", where, read.error()));
  return *std::move(read);
}

// The settings of one partner.
class Section {
 public:
  Section(const Json& json, std::string name, fs::path folder)
      : json_(json), name_(std::move(name)), folder_(std::move(folder)) {}

  std::string text(const char* member) const {
    const auto found = json_.find(member);
    if (found == json_.end() || !found->is_string()) {
      throw Wrong(fmt::format("partners.json: {}.{} is no text", name_, member));
    }
    return found->get<std::string>();
  }

  std::string secret(const char* member) const { return secret_in(folder_ / text(member)); }

  crypto::RsaPrivateKey private_key(const char* member) const {
    return sound(crypto::RsaPrivateKey::from_pem(secret(member)), text(member));
  }

  crypto::RsaPublicKey public_key(const std::string& file) const {
    return sound(crypto::RsaPublicKey::from_pem(contents_of(folder_ / file)), file);
  }

  transport::Carrier carrier() const { return carrier_to(text("url")); }

  // To another place of the same partner; where it is not said, `usual`.
  transport::Carrier carrier(const char* member, const char* usual) const {
    return carrier_to(json_.contains(member) ? text(member) : usual);
  }

  const Json& json() const { return json_; }

 private:
  transport::Carrier carrier_to(const std::string& url) const {
    return transport::Client::carrier(sound(transport::endpoint_of(url), name_));
  }

  const Json& json_;
  std::string name_;
  fs::path folder_;
};

payment::wechat::Merchant merchant_in(const Section& section) {
  payment::wechat::Merchant merchant{.appid = section.text("appid"),
                                     .mchid = section.text("mchid"),
                                     .serial = section.text("serial"),
                                     .key = section.private_key("key_file"),
                                     .apiv3_key = section.secret("apiv3_key_file"),
                                     .gateway_keys = {},
                                     .notify_url = section.text("notify_url")};
  if (merchant.apiv3_key.size() != 32) throw Wrong("wechat.apiv3_key_file: 32 bytes are wanted");
  for (const auto& [serial, file] : section.json().at("gateway_keys").items()) {
    merchant.gateway_keys.emplace(serial, section.public_key(file.get<std::string>()));
  }
  return merchant;
}

payment::alipay::Application application_in(const Section& section) {
  return {.app_id = section.text("app_id"),
          .seller_id = section.text("seller_id"),
          .key = section.private_key("key_file"),
          .gateway_key = section.public_key(section.text("gateway_key_file")),
          .notify_url = section.text("notify_url")};
}

Send send_by(const Section& section, const Stamps& stamps) {
  const std::string vendor = section.text("vendor");
  if (vendor == "aliyun") {
    return by_aliyun({section.text("key_id"), section.secret("secret_file"),
                      section.text("sign_name"), section.text("host")},
                     section.carrier(), stamps);
  }
  if (vendor != "tencent") throw Wrong("partners.json: sms.vendor is aliyun or tencent");
  return by_tencent({section.text("key_id"), section.secret("secret_file"), section.text("app_id"),
                     section.text("sign_name"), section.text("region"), section.text("host")},
                    section.carrier(), stamps);
}

Texting texting_in(const Section& section, const Stamps& stamps) {
  Texting texting{{}, send_by(section, stamps)};
  const auto templates = section.json().value("templates", Json::object());
  for (const auto& [notice, id] : templates.items()) {
    texting.templates[notice] = id.get<std::string>();
  }
  return texting;
}

Partners partners_in(const Json& json, const fs::path& folder, const Stamps& stamps) {
  Partners partners;
  partners.world.stamps = stamps;
  const auto section = [&](const char* name) { return Section(json.at(name), name, folder); };
  if (json.contains("wechat")) {
    partners.ears.wechat = merchant_in(section("wechat"));
    partners.world.cashiers[workflow::Channel::WeChat] =
        wechat_cashier(*partners.ears.wechat, section("wechat").carrier(), stamps);
    partners.bills["wechat"] =
        wechat_bills(*partners.ears.wechat, section("wechat").carrier(), stamps);
  }
  if (json.contains("alipay")) {
    partners.ears.alipay = application_in(section("alipay"));
    partners.world.cashiers[workflow::Channel::Alipay] =
        alipay_cashier(*partners.ears.alipay, section("alipay").carrier(), stamps);
    partners.bills["alipay"] =
        alipay_bills(*partners.ears.alipay, section("alipay").carrier(),
                     section("alipay").carrier("bill_url", kAlipayBills), stamps);
  }
  if (json.contains("sms")) partners.world.texting = texting_in(section("sms"), stamps);
  if (json.contains("verification")) {
    const Section part = section("verification");
    partners.ears.verification = verification::Account{
        part.text("key_id"), part.secret("secret_file"), part.text("notify_url")};
    partners.world.verifying = Verifying{*partners.ears.verification, part.carrier()};
  }
  if (json.contains("courier")) {
    const Section part = section("courier");
    partners.ears.courier = courier::Account{part.text("customer"), part.secret("key_file"),
                                             part.text("callback_url"), part.secret("salt_file")};
    partners.world.tracking = Tracking{*partners.ears.courier, part.carrier()};
  }
  if (json.contains("invoices")) {
    partners.invoices = folder / section("invoices").text("folder");
    partners.world.ask_invoice = invoice_tray(partners.invoices);
  }
  return partners;
}

}  // namespace

tl::expected<Partners, std::string> read_partners(const fs::path& folder, Stamps stamps) try {
  const Json json = Json::parse(contents_of(folder / "partners.json"), nullptr, false);
  if (!json.is_object()) throw Wrong("partners.json: is no object");
  return partners_in(json, folder, stamps);
} catch (const Wrong& wrong) {
  return tl::unexpected(std::string(wrong.what()));
} catch (const Json::exception&) {
  return tl::unexpected(std::string("partners.json: a member is missing or of another kind"));
}

}  // namespace vermilion::service::effects
