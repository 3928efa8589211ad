#include "service/payment/yuan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

namespace vermilion::service::payment {
namespace {

constexpr std::size_t kYuanDigitsMax = 9;  // 100 000 000 yuan is Alipay's largest trade
constexpr std::int64_t kFenMax = 10'000'000'000;

bool are_digits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string yuan_text(std::int64_t fen) {
  assert(fen >= 0);
  return fmt::format("{}.{:02}", fen / 100, fen % 100);
}

std::optional<std::int64_t> fen_of(std::string_view yuan) {
  const std::size_t point = yuan.find('.');
  const auto whole = yuan.substr(0, point);
  const auto part =
      point == std::string_view::npos ? std::string_view("0") : yuan.substr(point + 1);
  if (whole.empty() || whole.size() > kYuanDigitsMax || part.empty() || part.size() > 2 ||
      !are_digits(whole) || !are_digits(part)) {
    return std::nullopt;
  }
  std::int64_t fen = 0;
  for (const char digit : whole) fen = 10 * fen + (digit - '0');
  fen = 100 * fen + 10 * (part[0] - '0') + (part.size() == 2 ? part[1] - '0' : 0);
  return fen <= kFenMax ? std::optional(fen) : std::nullopt;
}

}  // namespace vermilion::service::payment
