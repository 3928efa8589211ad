#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vermilion::evaluate {

// Valid codes that differ from a code in two or three characters, half of them by characters that
// are easily taken for each other: what a clerk's slip could turn it into. One character alone
// always breaks a check digit. The same code gives the same ones.
std::vector<std::string> neighbours_of(std::string_view code, std::size_t count);

}  // namespace vermilion::evaluate
