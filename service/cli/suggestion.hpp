#pragma once

#include <span>
#include <string>
#include <string_view>

// Did you mean …?
namespace vermilion::service::cli {

// "; did you mean \"json\"?", or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view typed,
                                       std::span<const std::string_view> known);

}  // namespace vermilion::service::cli
