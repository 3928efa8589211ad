#pragma once

#include <string>
#include <string_view>

namespace vermilion::service::output {

// Text as it may be shown on a terminal or put into XML: valid UTF-8 without control characters.
// File names and what was read from a page are other people's bytes; an escape sequence in them
// shall not move our cursor, nor a line feed forge a line. Each offender becomes U+FFFD.
[[nodiscard]] std::string plain_text(std::string_view text);

}  // namespace vermilion::service::output
