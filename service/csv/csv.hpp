#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Comma-separated values (RFC 4180): bills and lists that are exchanged as files.
namespace vermilion::service::csv {

using Row = std::vector<std::string>;

// Rows end with LF or CRLF; a byte-order mark is left out. Nothing when a quoted field does not
// end, or goes on behind its quote.
[[nodiscard]] std::optional<std::vector<Row>> read(std::string_view text);

// A line with CRLF; quoted where it has to be.
[[nodiscard]] std::string line_of(const Row& row);

// Whether a spreadsheet would take the field for a formula.
[[nodiscard]] bool looks_like_formula(std::string_view field);

// Where a column stands in the head; nothing when it stands nowhere or twice.
[[nodiscard]] std::optional<std::size_t> column(const Row& head, std::string_view name);

}  // namespace vermilion::service::csv
