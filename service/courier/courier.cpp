#include "service/courier/courier.hpp"

#include "service/crypto/digest.hpp"
#include "service/payment/alipay/form.hpp"
#include "service/payment/beijing.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace vermilion::service::courier {
namespace {

using Json = nlohmann::ordered_json;
using payment::alipay::from_form;
using payment::alipay::to_form;

struct Carrier {
  std::string_view ours;
  std::string_view word;
};

constexpr std::array kCarriers{
    Carrier{"SF", "shunfeng"},    Carrier{"顺丰", "shunfeng"},   Carrier{"EMS", "ems"},
    Carrier{"邮政", "ems"},       Carrier{"YTO", "yuantong"},    Carrier{"圆通", "yuantong"},
    Carrier{"ZTO", "zhongtong"},  Carrier{"中通", "zhongtong"},  Carrier{"STO", "shentong"},
    Carrier{"申通", "shentong"},  Carrier{"YD", "yunda"},        Carrier{"韵达", "yunda"},
    Carrier{"JD", "jd"},          Carrier{"京东", "jd"},         Carrier{"JT", "jtexpress"},
    Carrier{"极兔", "jtexpress"}, Carrier{"DB", "debangkuaidi"}, Carrier{"德邦", "debangkuaidi"},
};

struct Word {
  std::string_view code;
  State state;
};

// 0 在途, 1 揽收, 2 疑难, 3 签收, 4 退签, 5 派件, 6 退回, 7 转投, 8 清关, 14 拒签.
constexpr std::array kStates{
    Word{"0", State::Underway},  Word{"1", State::Underway}, Word{"2", State::Trouble},
    Word{"3", State::Delivered}, Word{"4", State::Returned}, Word{"5", State::Underway},
    Word{"6", State::Returned},  Word{"7", State::Underway}, Word{"8", State::Underway},
    Word{"14", State::Returned},
};

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

std::string text(const Json& json, const char* member) {
  const auto found = json.find(member);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

http::Request form(std::string path, const payment::alipay::Parameters& parameters) {
  return {"POST",
          std::move(path),
          {{"Content-Type", "application/x-www-form-urlencoded"}},
          to_form(parameters)};
}

// Newest first, as 快递100 lists it.
void add_last_scan(const Json& json, Tracked& tracked) {
  const auto scans = json.find("data");
  if (scans == json.end() || !scans->is_array() || scans->empty()) return;
  const Json& last = scans->front();
  if (!last.is_object()) return;
  tracked.place = text(last, "context");
  tracked.at = payment::from_beijing_time(text(last, "ftime")).value_or(Instant{});
}

tl::expected<Tracked, Distrust> tracked_of(const Json& json) {
  if (!json.is_object()) return tl::unexpected(Distrust::Incomplete);
  const auto word = std::ranges::find(kStates, text(json, "state"), &Word::code);
  Tracked tracked{.carrier = text(json, "com"),
                  .number = text(json, "nu"),
                  .state = word == kStates.end() ? State::Unknown : word->state};
  if (tracked.carrier.empty() || tracked.number.empty())
    return tl::unexpected(Distrust::Incomplete);
  add_last_scan(json, tracked);
  return tracked;
}

std::string word_of(const Parcel& parcel) {
  return std::string(carrier_word(parcel.carrier).value_or(""));
}

}  // namespace

std::string Tracked::id() const {
  return fmt::format("{}/{}/{}/{}", carrier, number, static_cast<int>(state),
                     at.time_since_epoch().count());
}

std::optional<std::string_view> carrier_word(std::string_view carrier) {
  const std::string wanted = upper(std::string(carrier));
  const auto found = std::ranges::find_if(kCarriers, [&](const Carrier& known) {
    return wanted.starts_with(known.ours) || upper(std::string(known.word)) == wanted;
  });
  if (found == kCarriers.end()) return std::nullopt;
  return found->word;
}

std::string query_sign(std::string_view param, const Account& account) {
  return upper(
      crypto::hex(crypto::md5(fmt::format("{}{}{}", param, account.key, account.customer))));
}

std::string push_sign(std::string_view param, const Account& account) {
  return upper(crypto::hex(crypto::md5(fmt::format("{}{}", param, account.salt))));
}

http::Request query_request(const Account& account, const Parcel& parcel) {
  const std::string param =
      Json{{"com", word_of(parcel)}, {"num", parcel.number}, {"phone", parcel.phone}}.dump();
  return form(
      "/poll/query.do",
      {{"customer", account.customer}, {"param", param}, {"sign", query_sign(param, account)}});
}

http::Request subscribe_request(const Account& account, const Parcel& parcel) {
  const Json param{
      {"company", word_of(parcel)},
      {"number", parcel.number},
      {"key", account.key},
      {"parameters",
       {{"callbackurl", account.callback_url}, {"salt", account.salt}, {"phone", parcel.phone}}}};
  return form("/poll", {{"schema", "json"}, {"param", param.dump()}});
}

tl::expected<Tracked, Distrust> read_tracked(const http::Answer& answer) {
  return tracked_of(Json::parse(answer.body, nullptr, false));
}

tl::expected<void, std::string> read_subscribed(const http::Answer& answer) {
  constexpr std::string_view kTwice = "501";
  const Json json = Json::parse(answer.body, nullptr, false);
  const std::string code = json.is_object() ? text(json, "returnCode") : std::string();
  if (code == "200" || code == kTwice) return {};
  return tl::unexpected(code.empty() ? fmt::format("{}", answer.status) : code);
}

tl::expected<Tracked, Distrust> read_push(std::string_view body, const Account& account) {
  const auto parameters = from_form(body);
  if (!parameters || !parameters->contains("param") || !parameters->contains("sign")) {
    return tl::unexpected(Distrust::Incomplete);
  }
  const std::string& param = parameters->at("param");
  if (!crypto::equal_secrets(parameters->at("sign"), push_sign(param, account))) {
    return tl::unexpected(Distrust::BadSignature);
  }
  const Json json = Json::parse(param, nullptr, false);
  if (!json.is_object() || !json.contains("lastResult")) {
    return tl::unexpected(Distrust::Incomplete);
  }
  return tracked_of(json["lastResult"]);
}

}  // namespace vermilion::service::courier
