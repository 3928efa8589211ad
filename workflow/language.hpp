#pragma once

#include <cstdint>

namespace vermilion::workflow {

// The languages people are spoken to in. Chinese comes first: it is what applicants read.
enum class Language : std::uint8_t { Chinese, English };

}  // namespace vermilion::workflow
