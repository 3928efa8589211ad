#include "workflow/subject.hpp"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace vermilion::workflow {
namespace {

// Names may hold spaces, lengths are the last word before the colon.
std::optional<SubjectLine> take_line(std::string_view& text) {
  const std::size_t colon = text.find(": ");
  if (colon == text.npos) return std::nullopt;
  const std::string_view head = text.substr(0, colon);
  const std::size_t space = head.rfind(' ');
  if (space == head.npos) return std::nullopt;
  std::size_t length = 0;
  const auto [end, error] =
      std::from_chars(head.data() + space + 1, head.data() + head.size(), length);
  if (error != std::errc() || end != head.data() + head.size()) return std::nullopt;
  text.remove_prefix(colon + 2);
  if (text.size() <= length || text[length] != '\n') return std::nullopt;
  SubjectLine line{std::string(head.substr(0, space)), std::string(text.substr(0, length))};
  text.remove_prefix(length + 1);
  return line;
}

}  // namespace

void add_line(std::string& text, std::string_view name, std::string_view value) {
  text += fmt::format("{} {}: {}\n", name, value.size(), value);
}

std::vector<SubjectLine> lines_of(std::string_view text) {
  std::vector<SubjectLine> lines;
  while (!text.empty()) {
    auto line = take_line(text);
    if (!line) return {};
    lines.push_back(std::move(*line));
  }
  return lines;
}

}  // namespace vermilion::workflow
