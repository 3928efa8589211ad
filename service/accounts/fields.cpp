#include "service/accounts/fields.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::accounts {
namespace {

constexpr std::string_view kWideBlank = "\xE3\x80\x80";

bool drop_front(std::string_view& text) {
  const std::size_t size = text.starts_with(' ') || text.starts_with('\t') ? 1
                           : text.starts_with(kWideBlank)                  ? kWideBlank.size()
                                                                           : 0;
  text.remove_prefix(size);
  return size > 0;
}

bool drop_back(std::string_view& text) {
  const std::size_t size = text.ends_with(' ') || text.ends_with('\t') ? 1
                           : text.ends_with(kWideBlank)                ? kWideBlank.size()
                                                                       : 0;
  text.remove_suffix(size);
  return size > 0;
}

bool is_control(char c) {
  return (c >= '\0' && c < ' ') || c == '\x7F';
}

}  // namespace

std::string trimmed(std::string_view typed) {
  while (drop_front(typed) || drop_back(typed)) {
  }
  return std::string(typed);
}

Result<void> check_line(std::string_view pointer, std::string_view typed,
                        std::size_t characters_max) {
  const std::string text = trimmed(typed);
  const auto characters = std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
  if (text.empty()) return invalid(std::string(pointer), "请填写。");
  if (static_cast<std::size_t>(characters) > characters_max) {
    return invalid(std::string(pointer), fmt::format("请不要超过 {} 个字。", characters_max));
  }
  if (std::ranges::any_of(text, is_control)) {
    return invalid(std::string(pointer), "请写在一行之内，不要有特殊字符。");
  }
  return {};
}

}  // namespace vermilion::service::accounts
