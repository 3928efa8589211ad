#pragma once

#include "service/projects/rule_set.hpp"

#include <string>
#include <string_view>

namespace vermilion::tests {

// The rules beside the program, by path below their folder.
service::projects::Files shipped_files();

// The text with the first of one word replaced by another; it must be there.
std::string with(std::string text, std::string_view word, std::string_view other);

}  // namespace vermilion::tests
