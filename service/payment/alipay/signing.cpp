#include "service/payment/alipay/signing.hpp"

#include "service/crypto/base64.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstddef>

namespace vermilion::service::payment::alipay {
namespace {

std::string joined(const Parameters& parameters, bool with_sign_type) {
  std::string text;
  for (const auto& [name, value] : parameters) {
    if (value.empty() || name == "sign" || (name == "sign_type" && !with_sign_type)) continue;
    if (!text.empty()) text += '&';
    text += fmt::format("{}={}", name, value);
  }
  return text;
}

bool verifies(const Application& application, std::string_view text, std::string_view signature) {
  const auto bytes = crypto::from_base64(signature);
  return bytes && application.gateway_key.verifies(text, *bytes);
}

// How long the JSON object is that a text begins with; zero when it does not end.
std::size_t object_length(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (quoted && c == '\\') {
      ++at;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == '{') {
      ++depth;
    } else if (!quoted && c == '}' && --depth == 0) {
      return at + 1;
    }
  }
  return 0;
}

}  // namespace

std::string request_text(const Parameters& parameters) {
  return joined(parameters, true);
}

std::string notice_text(const Parameters& parameters) {
  return joined(parameters, false);
}

Parameters signed_parameters(Parameters parameters, const Application& application) {
  parameters["sign"] = crypto::to_base64(application.key.sign(request_text(parameters)));
  return parameters;
}

bool is_signed(const Parameters& notice, const Application& application) {
  const auto sign = notice.find("sign");
  const auto type = notice.find("sign_type");  // the one parameter no signature covers
  if (sign == notice.end() || type == notice.end() || type->second != "RSA2") return false;
  return verifies(application, notice_text(notice), sign->second);
}

std::optional<std::string_view> signed_object(std::string_view answer, std::string_view member,
                                              const Application& application) {
  // The member comes first: a text inside it cannot be taken for it.
  const std::string start = fmt::format("{{\"{}\":{{", member);
  if (!answer.starts_with(start)) return std::nullopt;
  const std::string_view object = answer.substr(start.size() - 1);
  const std::string_view bytes = object.substr(0, object_length(object));
  const auto json = nlohmann::json::parse(answer, nullptr, false);
  if (bytes.empty() || !json.is_object() || !json.contains("sign")) return std::nullopt;
  const auto* sign = json["sign"].get_ptr<const std::string*>();
  if (sign == nullptr || !verifies(application, bytes, *sign)) return std::nullopt;
  return bytes;
}

}  // namespace vermilion::service::payment::alipay
