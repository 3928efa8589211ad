#pragma once

#include <cstdint>

namespace vermilion::rules {

// The languages people are spoken to in. Chinese comes first: it is what applicants read.
enum class Language : std::uint8_t { Chinese, English };

}  // namespace vermilion::rules
