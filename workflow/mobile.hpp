#pragma once

#include <string>
#include <string_view>

namespace vermilion::workflow {

// ^1[3-9]\d{9}$. Which carrier a range belongs to is no longer known since numbers can be taken
// along (2019), so no finer rule is held.
[[nodiscard]] bool is_mobile(std::string_view number);

// "138****8000": how a number is shown to those who are not its owner.
[[nodiscard]] std::string masked_mobile(std::string_view number);

}  // namespace vermilion::workflow
