#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace vermilion::pipeline {

// SHA-256 as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256(std::span<const std::byte> bytes);

}  // namespace vermilion::pipeline
