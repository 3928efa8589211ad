#pragma once

#include "pipeline/page/text_lines.hpp"

#include <vector>

namespace vermilion::pipeline::text {

// Stretches of characters that stand on one row, joined, with the print beside them that is too
// short to be a stretch: a bracket, a thin stroke or the gap after a label ends a stretch, though
// the text goes on. Columns side by side stay apart. From top to bottom.
[[nodiscard]] std::vector<page::TextLine> rows_of(const page::TextLines& lines);

}  // namespace vermilion::pipeline::text
