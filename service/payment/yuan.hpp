#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Alipay writes money in yuan, "220.00"; we count fen. No floating point on the way.
namespace vermilion::service::payment {

// `fen` is not negative.
[[nodiscard]] std::string yuan_text(std::int64_t fen);

// "220", "220.5" and "220.00"; nothing else, and at most what a trade can be: 100 000 000 yuan.
[[nodiscard]] std::optional<std::int64_t> fen_of(std::string_view yuan);

}  // namespace vermilion::service::payment
