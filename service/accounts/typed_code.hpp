#pragma once

#include "service/accounts/refused.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Credit codes as people type them. What the standard leaves no other meaning is put right and
// told; what would be a guess is offered.
namespace vermilion::service::accounts {

enum class Why : std::uint8_t {
  Width,      // full-width
  Case,       // lower case
  Separator,  // a blank or a dash
  Lookalike,  // a letter the standard never uses, for the digit it looks like
};
[[nodiscard]] std::string_view name_of(Why why);

struct Change {
  std::size_t at = 0;  // character of what was typed, from 1
  std::string from;
  std::string to;  // empty: left out
  Why why = Why::Case;
};

struct TypedCode {
  std::string given;
  std::string code;  // as it would be stored
  bool valid = false;
  std::string fault;  // "inner_check"; empty: valid
  std::vector<Change> changes;
  std::vector<std::string> candidates;  // one easily mistaken character away; for people to choose
};

[[nodiscard]] TypedCode read_typed_code(std::string_view typed);

// The code meant; else what is wrong with it, at this member.
[[nodiscard]] Result<std::string> credit_code_meant(std::string_view typed,
                                                    std::string_view pointer = "/credit_code");

}  // namespace vermilion::service::accounts
