#include "service/accounts/password_rule.hpp"

#include <algorithm>

namespace vermilion::service::accounts {
namespace {

std::size_t characters_of(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(
      utf8, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// "aaaaaaaa", "12345678", "87654321", "abcdefgh"
bool runs_evenly(std::string_view text) {
  const int step = text[1] - text[0];
  if (step < -1 || step > 1) return false;
  return std::ranges::adjacent_find(text, [&](char a, char b) { return b - a != step; }) ==
         text.end();
}

bool is_common(const std::string& password) {
  return std::ranges::binary_search(common_passwords(), std::string_view(password));
}

// A word with a year or an exclamation mark behind it is the word.
std::string without_tail(std::string text) {
  while (!text.empty() && !(text.back() >= 'a' && text.back() <= 'z')) text.pop_back();
  return text;
}

bool is_mostly(const std::string& password, const std::string& known) {
  const std::string word = lower(known);
  return word.size() >= 4 && password.find(word) != std::string::npos &&
         password.size() < word.size() + kPasswordCharactersMin;
}

}  // namespace

Result<void> check_password(std::string_view password, const std::vector<std::string>& known,
                            std::string_view pointer) {
  const auto no = [&](std::string text) { return invalid(std::string(pointer), std::move(text)); };
  if (characters_of(password) < kPasswordCharactersMin) return no("密码至少 8 个字符，越长越好。");
  if (password.size() > kPasswordBytesMax) return no("密码过长，请少于 256 个字节。");
  const std::string text = lower(password);
  if (runs_evenly(text) || is_common(text) || is_common(without_tail(text))) {
    return no("这个密码太常见，容易被猜到，请换一个。");
  }
  for (const std::string& word : known) {
    if (is_mostly(text, word)) return no("密码不要用单位代码、手机号码或登录名。");
  }
  return {};
}

}  // namespace vermilion::service::accounts
