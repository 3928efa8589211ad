#include "pipeline/text/last_day.hpp"

#include <regex>
#include <string>

namespace vermilion::pipeline::text {

std::optional<std::chrono::year_month_day> last_day_in(std::string_view utf8) {
  if (utf8.find("长期") != std::string_view::npos || utf8.find("永久") != std::string_view::npos) {
    return std::nullopt;
  }
  static const std::regex kDay("(\\d{4})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})");
  const std::string text(utf8);
  std::optional<std::chrono::year_month_day> last;
  for (std::sregex_iterator at(text.begin(), text.end(), kDay), end; at != end; ++at) {
    const std::chrono::year_month_day day{
        std::chrono::year(std::stoi((*at)[1])),
        std::chrono::month(static_cast<unsigned>(std::stoi((*at)[2]))),
        std::chrono::day(static_cast<unsigned>(std::stoi((*at)[3])))};
    if (day.ok()) last = day;
  }
  return last;
}

}  // namespace vermilion::pipeline::text
