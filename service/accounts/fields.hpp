#pragma once

#include "service/accounts/refused.hpp"

#include <string>
#include <string_view>

// What people type into a line of a form.
namespace vermilion::service::accounts {

// A licence prints no longer name; a person has none either.
inline constexpr std::size_t kNameCharactersMax = 100;
inline constexpr std::size_t kPersonCharactersMax = 50;
inline constexpr std::size_t kReasonCharactersMax = 500;

// The customers' line, printed on every guide of the source documents.
inline constexpr std::string_view kHotline = "4008001040";

// Without the blanks around it, full-width ones too.
[[nodiscard]] std::string trimmed(std::string_view typed);

// Something, not too long, in one line.
[[nodiscard]] Result<void> check_line(std::string_view pointer, std::string_view typed,
                                      std::size_t characters_max);

}  // namespace vermilion::service::accounts
