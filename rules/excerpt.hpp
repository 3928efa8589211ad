#pragma once

#include "rules/language.hpp"
#include "rules/mistake.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string>

// A mistake as people and programs are shown it.
namespace vermilion::rules {

// A place in a text, counted in all the ways editors count.
struct Place {
  std::size_t line = 1;
  std::size_t column = 1;  // in cells of a terminal: a Han character takes two
  std::size_t byte = 0;    // the rest from the beginning of the file, from 0
  std::size_t character = 0;
  std::size_t utf16 = 0;
};

[[nodiscard]] Place place_of(std::size_t byte, std::string_view text);

// Cells a text takes on a terminal.
[[nodiscard]] std::size_t display_width(std::string_view text);

// Without a newline at the end:
//   a.yaml:3:9: 错误：这里没有“fe”这个键。
//      3 | main: {fe: 22000}
//        |        ^^
//     提示：您是不是想写“fee”？…
// A file's bytes are other people's: what cannot be shown becomes U+FFFD, a long line is cut.
[[nodiscard]] std::string render(const Mistake& mistake, const yaml::Source& source,
                                 Language language);

// {"code", "severity": "error|warning", "file", "line", "column", "begin": {"byte", "character",
// "utf16"}, "end": {…},
//  "message": {"zh", "en"}, "hint": {"zh", "en"}}
[[nodiscard]] nlohmann::ordered_json to_json(const Mistake& mistake, const yaml::Source& source);

}  // namespace vermilion::rules
