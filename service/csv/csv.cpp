#include "service/csv/csv.hpp"

#include <algorithm>

namespace vermilion::service::csv {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// One field; `text` begins behind it afterwards, at a comma, a line's end or nothing.
std::optional<std::string> take_quoted(std::string_view& text) {
  std::string field;
  text.remove_prefix(1);
  while (!text.empty()) {
    const bool quote = text.front() == '"';
    const bool doubled = quote && text.size() > 1 && text[1] == '"';
    if (quote && !doubled) break;
    field += text.front();
    text.remove_prefix(doubled ? 2 : 1);
  }
  if (text.empty()) return std::nullopt;
  text.remove_prefix(1);
  const bool ends =
      text.empty() || text.front() == ',' || text.front() == '\n' || text.substr(0, 2) == "\r\n";
  return ends ? std::optional(field) : std::nullopt;
}

std::string take_plain(std::string_view& text) {
  const std::string_view field = text.substr(0, text.find_first_of(",\n"));
  text.remove_prefix(field.size());
  const bool crlf = field.ends_with('\r') && (text.empty() || text.front() == '\n');
  return std::string(crlf ? field.substr(0, field.size() - 1) : field);
}

std::optional<Row> take_row(std::string_view& text) {
  Row row;
  while (true) {
    const auto field = text.starts_with('"') ? take_quoted(text) : take_plain(text);
    if (!field) return std::nullopt;
    row.push_back(*field);
    if (!text.starts_with(',')) break;
    text.remove_prefix(1);
  }
  if (text.starts_with('\r')) text.remove_prefix(1);
  if (text.starts_with('\n')) text.remove_prefix(1);
  return row;
}

}  // namespace

std::optional<std::vector<Row>> read(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<Row> rows;
  while (!text.empty()) {
    auto row = take_row(text);
    if (!row) return std::nullopt;
    rows.push_back(std::move(*row));
  }
  return rows;
}

std::string line_of(const Row& row) {
  std::string line;
  for (const std::string& field : row) {
    if (!line.empty() || &field != &row.front()) line += ',';
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
      line += field;
      continue;
    }
    line += '"';
    for (const char c : field) line += c == '"' ? std::string("\"\"") : std::string(1, c);
    line += '"';
  }
  return line + "\r\n";
}

bool looks_like_formula(std::string_view field) {
  return !field.empty() && std::string_view("=+-@\t\r").find(field.front()) != field.npos;
}

std::optional<std::size_t> column(const Row& head, std::string_view name) {
  const auto first = std::ranges::find(head, name);
  if (first == head.end() || std::find(first + 1, head.end(), name) != head.end()) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(first - head.begin());
}

}  // namespace vermilion::service::csv
