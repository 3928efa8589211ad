#pragma once

#include <string_view>
#include <vector>

namespace vermilion::samples {

// The characters of a text, each as the bytes that make it up. Views into the argument.
[[nodiscard]] std::vector<std::string_view> characters(std::string_view utf8);

}  // namespace vermilion::samples
