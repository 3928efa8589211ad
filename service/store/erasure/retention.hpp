#pragma once

#include "workflow/order.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// How long what is known of an order must and may be kept. A table, and one function that reads it;
// nothing is erased here.
namespace vermilion::service::store::erasure {

using workflow::Instant;

// What became of an order, as the law sees it.
enum class Outcome : std::uint8_t {
  Open,        // somebody is at work on it, or it is paid and not made
  Issued,      // a certificate was made
  MoneyMoved,  // never issued, but something was paid
  Abandoned,   // never issued, nothing paid, nobody at work on it
};
inline constexpr std::array<std::string_view, 4> kOutcomeNames{"open", "issued", "money_moved",
                                                               "abandoned"};

constexpr std::string_view name_of(Outcome outcome) {
  return kOutcomeNames[static_cast<std::size_t>(outcome)];
}

struct Rule {
  Outcome outcome;
  std::chrono::days period;
  // A law asks for it: nobody can have it erased earlier. Otherwise who it is about may (PIPL, 47).
  bool is_duty;
  std::string_view counted_from;
  std::string_view source;
};

// Years have 366 days here: a day too long is lawful, a day too short is not.
inline constexpr std::array kRules{
    Rule{Outcome::Issued, std::chrono::days{5 * 366}, true, "the end of the certificate",
         "电子签名法 第二十四条: 至少为电子签名认证证书失效后五年"},
    Rule{Outcome::MoneyMoved, std::chrono::days{3 * 366}, true, "the last that happened",
         "电子商务法 第三十一条: 自交易完成之日起不少于三年"},
    Rule{Outcome::Abandoned, std::chrono::days{90}, false, "the last that happened",
         "个人信息保护法 第十九条: 实现处理目的所必要的最短时间; 90 days are the owner's to set"},
};

// An order as retention sees it.
struct Life {
  Outcome outcome = Outcome::Open;
  Instant from{};  // when its period begins
};
[[nodiscard]] Life life_of(const workflow::Order& order, Instant last_event);

// Somebody has said that an order must stay, whatever its period.
struct Hold {
  std::string by;      // who
  std::string matter;  // "(2026)赣06民初12号"
  Instant since{};

  friend bool operator==(const Hold&, const Hold&) = default;
};

enum class Verdict : std::uint8_t { Erase, NotYet, Held, Open };

struct Decision {
  Verdict verdict = Verdict::Open;
  Instant due{};               // when the period ends; of NotYet and Erase
  const Rule* rule = nullptr;  // none for an open order
};

// Whether an order is to be erased: because its period is over, or `at_request` of who it is about.
[[nodiscard]] Decision decide(const Life& life, const std::optional<Hold>& hold, bool at_request,
                              Instant now);

}  // namespace vermilion::service::store::erasure
