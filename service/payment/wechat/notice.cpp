#include "service/payment/wechat/notice.hpp"

#include "service/crypto/aes_gcm.hpp"
#include "service/crypto/base64.hpp"
#include "service/payment/beijing.hpp"
#include "service/payment/wechat/signing.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace vermilion::service::payment::wechat {
namespace {

using Json = nlohmann::json;
using Read = tl::expected<Notice, Distrust>;

struct Word {
  std::string_view name;
  State state;
};

// REFUND: some of it went back; that it was paid stays true.
constexpr std::array kTradeStates{
    Word{"SUCCESS", State::Paid},    Word{"REFUND", State::Paid},
    Word{"NOTPAY", State::Unpaid},   Word{"USERPAYING", State::Unpaid},
    Word{"PAYERROR", State::Unpaid}, Word{"CLOSED", State::Closed},
    Word{"REVOKED", State::Closed},
};
constexpr std::array kRefundStates{
    Word{"SUCCESS", State::Refunded},
    Word{"PROCESSING", State::Refunding},
    Word{"CLOSED", State::RefundFailed},
    Word{"ABNORMAL", State::RefundStuck},
};

template <class Words>
std::optional<State> state_of(const Words& words, const std::string& name) {
  const auto word = std::ranges::find(words, name, &Word::name);
  return word == words.end() ? std::nullopt : std::optional(word->state);
}

std::string text(const Json& object, const char* member) {
  return object.value(member, std::string());
}

Instant when(const Json& object, const char* member) {
  return from_rfc3339(text(object, member)).value_or(Instant{});
}

// Whole fen, and not what a float would be cut to.
std::optional<std::int64_t> fen(const Json& amount) {
  if (!amount.is_number_unsigned()) return std::nullopt;
  return amount.get<std::int64_t>();
}

// A member that is missing or of another kind ends here: nlohmann throws.
template <class Reader>
Read read_json(std::string_view bytes, Reader reader) {
  const Json json = Json::parse(bytes, nullptr, false);
  if (!json.is_object()) return tl::unexpected(Distrust::Incomplete);
  try {
    return reader(json);
  } catch (const Json::exception&) {
    return tl::unexpected(Distrust::Incomplete);
  }
}

constexpr int kNotFound = 404;

// Signed like any answer, so nobody else can say it.
bool is_unheard_of(const http::Answer& answer) {
  const Json json = Json::parse(answer.body, nullptr, false);
  if (answer.status != kNotFound || !json.is_object() || !json.contains("code")) return false;
  return json["code"] == "ORDER_NOT_EXIST" || json["code"] == "ORDERNOTEXIST";
}

Read trade(const Json& json, const Merchant& merchant) {
  if (json.at("mchid") != merchant.mchid || json.at("appid") != merchant.appid) {
    return tl::unexpected(Distrust::Foreign);
  }
  const auto state = state_of(kTradeStates, json.at("trade_state"));
  if (!state) return tl::unexpected(Distrust::Incomplete);
  Notice notice{.state = *state,
                .attempt = json.at("out_trade_no"),
                .transaction = text(json, "transaction_id"),
                .at = when(json, "success_time")};
  if (*state == State::Paid) {
    const auto paid = fen(json.at("amount").at("total"));
    if (!paid || json.at("amount").at("currency") != "CNY") {
      return tl::unexpected(Distrust::Incomplete);
    }
    notice.amount_fen = *paid;
  }
  return notice;
}

Read refund(const Json& json, const char* status) {
  const auto state = state_of(kRefundStates, json.at(status));
  const auto back = fen(json.at("amount").at("refund"));
  if (!state || !back) return tl::unexpected(Distrust::Incomplete);
  return Notice{.state = *state,
                .attempt = json.at("out_trade_no"),
                .transaction = text(json, "transaction_id"),
                .refund = json.at("out_refund_no"),
                .amount_fen = *back,
                .at = when(json, "success_time")};
}

Read refund_notice(const Json& json, const Merchant& merchant) {
  if (json.at("mchid") != merchant.mchid) return tl::unexpected(Distrust::Foreign);
  return refund(json, "refund_status");
}

tl::expected<std::string, Distrust> opened(const Json& resource, const Merchant& merchant) {
  if (resource.at("algorithm") != "AEAD_AES_256_GCM") return tl::unexpected(Distrust::Sealed);
  const auto sealed = crypto::from_base64(resource.at("ciphertext").get<std::string>());
  const std::string nonce = resource.at("nonce");
  const std::string associated = text(resource, "associated_data");
  const auto plain =
      sealed ? crypto::open({merchant.apiv3_key, nonce, associated}, *sealed) : std::nullopt;
  if (!plain) return tl::unexpected(Distrust::Sealed);
  return *plain;
}

Read notice(const Json& json, const Merchant& merchant) {
  const std::string type = json.at("event_type");
  const auto plain = opened(json.at("resource"), merchant);
  if (!plain) return tl::unexpected(plain.error());
  Read read = read_json(*plain, [&](const Json& inner) {
    return type.starts_with("REFUND.") ? refund_notice(inner, merchant) : trade(inner, merchant);
  });
  if (read) read->id = json.at("id");
  return read;
}

}  // namespace

Read read_notice(const http::Headers& headers, std::string_view body, const Merchant& merchant,
                 Instant now) {
  if (const auto ours = verify(headers, body, merchant, now); !ours) {
    return tl::unexpected(ours.error());
  }
  return read_json(body, [&](const Json& json) { return notice(json, merchant); });
}

Read read_trade(const http::Answer& answer, const Merchant& merchant, Instant now) {
  if (const auto ours = verify(answer.headers, answer.body, merchant, now); !ours) {
    return tl::unexpected(ours.error());
  }
  if (is_unheard_of(answer)) return Notice{};
  return read_json(answer.body, [&](const Json& json) { return trade(json, merchant); });
}

Read read_refund(const http::Answer& answer, const Merchant& merchant, Instant now) {
  if (const auto ours = verify(answer.headers, answer.body, merchant, now); !ours) {
    return tl::unexpected(ours.error());
  }
  return read_json(answer.body, [](const Json& json) { return refund(json, "status"); });
}

tl::expected<std::string, Distrust> read_code_url(const http::Answer& answer,
                                                  const Merchant& merchant, Instant now) {
  if (const auto ours = verify(answer.headers, answer.body, merchant, now); !ours) {
    return tl::unexpected(ours.error());
  }
  const Json json = Json::parse(answer.body, nullptr, false);
  const bool there = json.is_object() && json.contains("code_url") && json["code_url"].is_string();
  if (!there) return tl::unexpected(Distrust::Incomplete);
  return json["code_url"].get<std::string>();
}

tl::expected<BillFile, Distrust> read_bill_file(const http::Answer& answer,
                                                const Merchant& merchant, Instant now) {
  if (const auto ours = verify(answer.headers, answer.body, merchant, now); !ours) {
    return tl::unexpected(ours.error());
  }
  const Json json = Json::parse(answer.body, nullptr, false);
  const auto is_text = [&](const char* member) {
    return json.is_object() && json.contains(member) && json[member].is_string();
  };
  if (is_text("code") && json["code"] == "NO_STATEMENT_EXIST") return BillFile{};
  const bool whole = is_text("download_url") && is_text("hash_value");
  if (!whole || json.value("hash_type", "") != "SHA1") return tl::unexpected(Distrust::Incomplete);
  return BillFile{json["download_url"], json["hash_value"]};
}

std::string refused(std::string_view why) {
  return Json{{"code", "FAIL"}, {"message", why}}.dump();
}

}  // namespace vermilion::service::payment::wechat
