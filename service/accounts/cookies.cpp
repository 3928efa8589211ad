#include "service/accounts/cookies.hpp"

#include <fmt/format.h>

namespace vermilion::service::accounts {
namespace {

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

std::string_view next_of(std::string_view& list) {
  const std::string_view first = list.substr(0, list.find(';'));
  list.remove_prefix(std::min(list.size(), first.size() + 1));
  return without_blanks(first);
}

}  // namespace

std::optional<std::string> cookie_in(const http::Headers& headers, std::string_view name) {
  std::string_view list = http::only(headers, "Cookie").value_or("");
  std::optional<std::string> found;
  while (!list.empty()) {
    const std::string_view one = next_of(list);
    if (one.size() <= name.size() || one[name.size()] != '=' || !one.starts_with(name)) continue;
    if (found) return std::nullopt;
    found = std::string(one.substr(name.size() + 1));
  }
  return found;
}

http::Header set_cookie(std::string_view name, std::string_view value,
                        std::optional<std::chrono::seconds> life) {
  const std::string age = life ? fmt::format("; Max-Age={}", life->count()) : "";
  return {"Set-Cookie",
          fmt::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Strict{}", name, value, age)};
}

}  // namespace vermilion::service::accounts
