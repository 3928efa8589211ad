#pragma once

#include "rules/mistake.hpp"
#include "rules/order_facts.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// When a slot is wanted or a rule applies: `operation == new and variant in [main, sub]`.
namespace vermilion::rules {

// An order may not say yet what a condition asks for.
enum class Truth : std::uint8_t { No, Unknown, Yes };

// A condition as a tree. The default holds always.
struct Condition {
  enum class Kind : std::uint8_t { Always, Among, Not, And, Or };

  Kind kind = Kind::Always;
  std::string name = {};                 // Among: the fact ...
  std::vector<std::string> values = {};  // ... and the values of which it must be one
  std::vector<Condition> parts = {};     // Not has one, And and Or have two or more

  friend bool operator==(const Condition&, const Condition&) = default;
};

// The facts a condition may ask for, and the values each can have; none: any value.
using ConditionNames = std::map<std::string, std::vector<std::string>, std::less<>>;

// Reads
//
//   condition = term { "or" term }       term = factor { "and" factor }
//   factor = "not" factor | "(" condition ")" | name ("==" | "!=") value
//          | name ["not"] "in" "[" value { "," value } "]"
//
// A value is a word, or any text in quotes. The mistake's span counts the bytes of `text`.
[[nodiscard]] tl::expected<Condition, Mistake> parse_condition(std::string_view text,
                                                               const ConditionNames& names);

// By Kleene's rules: what is unknown stays unknown unless the rest decides.
[[nodiscard]] Truth evaluate(const Condition& condition, const OrderFacts& order);

// The condition written the one way it is always written: "operation in [new, reissue]".
[[nodiscard]] std::string text_of(const Condition& condition);

}  // namespace vermilion::rules
