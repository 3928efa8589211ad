#pragma once

#include <string>
#include <string_view>

namespace vermilion::workflow {

// SHA-256 in lower-case hexadecimal.
[[nodiscard]] std::string sha256_of(std::string_view text);

}  // namespace vermilion::workflow
