#pragma once

#include "rules/error.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vermilion::rules {

// What the order says and a scan can be held against. Absent means unknown, not empty.
struct OrderFacts {
  std::optional<std::string> credit_code;        // as registered: 18 characters, upper case
  std::optional<std::string> organisation;       // as on the licence, full-width brackets
  std::optional<std::string> operation;          // "new", as the project calls it
  std::optional<std::string> variant;            // "main", as the project calls it
  std::optional<std::string> organisation_kind;  // one of organisation_kinds()
  std::optional<std::string> province;           // GB/T 2260, two digits: "36"
  std::optional<std::string> order_number;       // as the forms of the order carry it
  std::optional<std::string> legal_person;       // names of people, as they write them
  std::optional<std::string> agent;
  std::optional<std::string> agent_id;  // 公民身份号码 of the agent
  std::optional<std::string> jiangxi_head;
  std::optional<bool> legal_person_verified;
  std::optional<bool> main_key_exists;  // the organisation has one in this project, from anywhere
  // What only forms print, by the names of order_detail_names(): "agent_mobile".
  std::map<std::string, std::string, std::less<>> details;

  friend bool operator==(const OrderFacts&, const OrderFacts&) = default;
};

// Reads the JSON object of `--order`: {"credit_code": "…", "operation": "new"}. Members it does not
// know are refused, so that a misspelt one is not silently ignored.
[[nodiscard]] Result<OrderFacts> parse_order_facts(std::string_view json);

// The text of this name; nothing where it is unknown or no such text exists.
[[nodiscard]] std::optional<std::string_view> text_fact(const OrderFacts& order,
                                                        std::string_view name);

// The names text_fact() knows: of what a scan can be held against, and of the details.
std::span<const std::string_view> text_fact_names();
std::span<const std::string_view> order_detail_names();

// Sets the fact of this name, a text or `true` and `false`. A name there is not is our own mistake.
void set_fact(OrderFacts& order, std::string_view name, std::string value);

std::span<const std::string_view> organisation_kinds();
std::span<const std::string_view> provinces();

}  // namespace vermilion::rules
