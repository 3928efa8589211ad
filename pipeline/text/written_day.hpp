#pragma once

#include "pipeline/page/text_lines.hpp"
#include "pipeline/text/row_reader.hpp"

#include <chrono>
#include <optional>

// A day that somebody wrote into the blanks of a printed row.
namespace vermilion::pipeline::text {

struct WrittenDay {
  std::optional<std::chrono::year_month_day> day;  // the last one the row names, as most looks read
  double agreed = 0;  // share of the looks that read it so; the reader was made for print
};

[[nodiscard]] WrittenDay written_day_in(RowReader& rows, const page::TextLine& row);

}  // namespace vermilion::pipeline::text
