#pragma once

#include <string_view>

// 公民身份号码, the number of a resident identity card: GB 11643-1999.
namespace vermilion::pipeline::citizen_id {

// Eighteen characters, a province, a calendar date between 1800 and 2099, and the check character.
[[nodiscard]] bool valid(std::string_view id);

// The check character that closes the first seventeen digits.
[[nodiscard]] char check_character(std::string_view first17);

}  // namespace vermilion::pipeline::citizen_id
