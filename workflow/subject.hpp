#pragma once

#include <string>
#include <string_view>
#include <vector>

// The text two persons are shown and whose digest binds what they agree to: lines of
// "name length: value", the length in bytes, so that no value can pass for a line of its own.
namespace vermilion::workflow {

struct SubjectLine {
  std::string name;
  std::string value;

  friend bool operator==(const SubjectLine&, const SubjectLine&) = default;
};

void add_line(std::string& text, std::string_view name, std::string_view value);

// What was added, to be told in words. Empty for a text that was not made so.
[[nodiscard]] std::vector<SubjectLine> lines_of(std::string_view text);

}  // namespace vermilion::workflow
