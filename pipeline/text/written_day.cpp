#include "pipeline/text/written_day.hpp"

#include "pipeline/text/characters.hpp"
#include "pipeline/text/last_day.hpp"

#include <map>

namespace vermilion::pipeline::text {

WrittenDay written_day_in(RowReader& rows, const page::TextLine& row) {
  std::map<std::chrono::year_month_day, int> votes;
  for (std::size_t look = 0; look < RowReader::looks(); ++look) {
    const auto day = last_day_in(utf8_of(rows.read(row, look).characters));
    if (day) ++votes[*day];
  }
  WrittenDay written;
  for (const auto& [day, count] : votes) {
    const double agreed = static_cast<double>(count) / static_cast<double>(RowReader::looks());
    if (agreed > written.agreed) written = {day, agreed};
  }
  return written;
}

}  // namespace vermilion::pipeline::text
