#include "service/payment/beijing.hpp"

#include <fmt/format.h>

#include <charconv>

namespace vermilion::service::payment {
namespace {

using namespace std::chrono;

constexpr hours kBeijing{8};
constexpr std::size_t kDateTimeLength = 19;  // "2026-11-21T10:00:00"

std::optional<int> number(std::string_view text, std::size_t from, std::size_t length) {
  int value = 0;
  const char* begin = text.data() + from;
  const auto [stop, error] = std::from_chars(begin, begin + length, value);
  if (error != std::errc() || stop != begin + length || value < 0) return std::nullopt;
  return value;
}

// The instant a clock with UTC's offset shows as this.
std::optional<Instant> read(std::string_view text, char between) {
  if (text.size() != kDateTimeLength || text[4] != '-' || text[7] != '-' || text[10] != between ||
      text[13] != ':' || text[16] != ':') {
    return std::nullopt;
  }
  const auto y = number(text, 0, 4);
  const auto m = number(text, 5, 2);
  const auto d = number(text, 8, 2);
  const auto h = number(text, 11, 2);
  const auto min = number(text, 14, 2);
  const auto s = number(text, 17, 2);
  if (!y || !m || !d || !h || !min || !s || *h > 23 || *min > 59 || *s > 59) return std::nullopt;
  const year_month_day date{year(*y), month(static_cast<unsigned>(*m)),
                            day(static_cast<unsigned>(*d))};
  if (!date.ok()) return std::nullopt;
  return sys_days(date) + hours(*h) + minutes(*min) + seconds(*s);
}

std::optional<seconds> offset_of(std::string_view text) {
  if (text == "Z") return seconds(0);
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto h = number(text, 1, 2);
  const auto m = number(text, 4, 2);
  if (!h || !m || *h > 14 || *m > 59) return std::nullopt;
  const seconds offset = hours(*h) + minutes(*m);
  return text[0] == '-' ? -offset : offset;
}

std::string written(Instant at, char between) {
  const auto day = floor<days>(at);
  const year_month_day date(day);
  const hh_mm_ss time(at - day);
  return fmt::format("{:04}-{:02}-{:02}{}{:02}:{:02}:{:02}", int(date.year()),
                     unsigned(date.month()), unsigned(date.day()), between, time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

}  // namespace

std::string rfc3339(Instant at) {
  return written(at + kBeijing, 'T') + "+08:00";
}

std::optional<Instant> from_rfc3339(std::string_view text) {
  if (text.size() <= kDateTimeLength) return std::nullopt;
  const auto shown = read(text.substr(0, kDateTimeLength), 'T');
  const auto offset = offset_of(text.substr(kDateTimeLength));
  if (!shown || !offset) return std::nullopt;
  return *shown - *offset;
}

std::string beijing_time(Instant at) {
  return written(at + kBeijing, ' ');
}

std::optional<Instant> from_beijing_time(std::string_view text) {
  const auto shown = read(text, ' ');
  if (!shown) return std::nullopt;
  return *shown - kBeijing;
}

}  // namespace vermilion::service::payment
