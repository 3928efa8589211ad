#pragma once

#include <string>
#include <string_view>

namespace vermilion::pipeline::text {

[[nodiscard]] std::u32string characters_of(std::string_view utf8);
[[nodiscard]] std::string utf8_of(std::u32string_view characters);

// As print is compared: no blanks, one width for what exists in two, one bracket for the many that
// readers take for one another, one dot between the parts of a name.
[[nodiscard]] std::u32string compared(std::u32string_view characters);

[[nodiscard]] bool is_han(char32_t character);

}  // namespace vermilion::pipeline::text
