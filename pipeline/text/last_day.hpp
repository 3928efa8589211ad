#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace vermilion::pipeline::text {

// The last day a text names: "2015年06月01日至2035年05月31日", "2015.06.01-2035.06.01". Nothing
// where it names none, or says 长期: what has no end never ends.
[[nodiscard]] std::optional<std::chrono::year_month_day> last_day_in(std::string_view utf8);

}  // namespace vermilion::pipeline::text
