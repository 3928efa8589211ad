#include "service/http/message.hpp"

#include <algorithm>

namespace vermilion::service::http {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::optional<std::string_view> only(const Headers& headers, std::string_view name) {
  const auto named = [&](const Header& header) {
    return std::ranges::equal(header.name, name, {}, lower, lower);
  };
  const auto first = std::ranges::find_if(headers, named);
  if (first == headers.end()) return std::nullopt;
  if (std::find_if(first + 1, headers.end(), named) != headers.end()) return std::nullopt;
  return first->value;
}

}  // namespace vermilion::service::http
