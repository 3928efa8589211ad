#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vermilion::pipeline::credit_code {

// A code within the text of a symbol: a run of exactly eighteen letters and digits that passes
// every check. Runs that are longer are no code, however well a part of them passes.
std::optional<std::string> code_in(std::string_view text);

// The same in what Tesseract made of a line: it sets blanks where print is spaced, and look-alikes
// for characters that no code has.
std::optional<std::string> code_in_spaced(std::string_view text);

}  // namespace vermilion::pipeline::credit_code
