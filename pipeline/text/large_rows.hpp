#pragma once

#include "pipeline/page/text_lines.hpp"

#include <vector>

namespace vermilion::pipeline::text {

// Rows of characters larger than the page's text, however far apart they stand: what a title is.
// The largest first. Emblems, frames and the halves of a seal may be among them.
[[nodiscard]] std::vector<page::TextLine> large_rows_of(const page::TextLines& lines);

}  // namespace vermilion::pipeline::text
