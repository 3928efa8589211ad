#include "service/http/message.hpp"

#include <algorithm>

namespace vermilion::service::http {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

auto is_named(std::string_view name) {
  return [name](const Header& header) {
    return std::ranges::equal(header.name, name, {}, lower, lower);
  };
}

}  // namespace

std::size_t count(const Headers& headers, std::string_view name) {
  return static_cast<std::size_t>(std::ranges::count_if(headers, is_named(name)));
}

std::optional<std::string_view> only(const Headers& headers, std::string_view name) {
  if (count(headers, name) != 1) return std::nullopt;
  return std::ranges::find_if(headers, is_named(name))->value;
}

}  // namespace vermilion::service::http
