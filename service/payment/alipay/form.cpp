#include "service/payment/alipay/form.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace vermilion::service::payment::alipay {
namespace {

std::optional<int> nibble(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::optional<std::string> decoded(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      plain += text[at] == '+' ? ' ' : text[at];
      continue;
    }
    if (at + 2 >= text.size()) return std::nullopt;
    const auto high = nibble(text[at + 1]);
    const auto low = nibble(text[at + 2]);
    if (!high || !low) return std::nullopt;
    plain += static_cast<char>(16 * *high + *low);
    at += 2;
  }
  return plain;
}

bool is_unreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '.' || c == '_' || c == '*';
}

std::string encoded(std::string_view plain) {
  std::string text;
  for (const char c : plain) {
    text += is_unreserved(c) ? std::string(1, c)
                             : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return text;
}

}  // namespace

std::optional<Parameters> from_form(std::string_view body) {
  Parameters parameters;
  while (!body.empty()) {
    const std::string_view pair = body.substr(0, body.find('&'));
    body.remove_prefix(pair.size() == body.size() ? body.size() : pair.size() + 1);
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) return std::nullopt;
    const auto name = decoded(pair.substr(0, equals));
    const auto value = decoded(pair.substr(equals + 1));
    if (!name || !value || !parameters.emplace(*name, *value).second) return std::nullopt;
  }
  return parameters;
}

std::string to_form(const Parameters& parameters) {
  std::string body;
  for (const auto& [name, value] : parameters) {
    if (!body.empty()) body += '&';
    body += encoded(name) + '=' + encoded(value);
  }
  return body;
}

}  // namespace vermilion::service::payment::alipay
