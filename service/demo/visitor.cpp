#include "service/demo/visitor.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

namespace vermilion::service::demo {
namespace {

// A scan on a busy machine may take as long to be taken in.
constexpr std::chrono::seconds kPatience{60};

transport::Endpoint loopback(std::uint16_t port) {
  return {.tls = false, .host = "127.0.0.1", .port = port, .prefix = {}};
}

std::string code_in(const http::Answer& answer) {
  const Json problem = Json::parse(answer.body, nullptr, false);
  if (!problem.is_object()) return "no problem document";
  return fmt::format("{} {}", problem.value("code", "?"), problem.value("errors", Json()).dump());
}

}  // namespace

Visitor::Visitor(std::uint16_t port, std::string name)
    : client_(loopback(port), {.exchange = kPatience}), name_(std::move(name)) {}

Json Visitor::get(const std::string& path) {
  return answered("GET", path, {}, {});
}

Json Visitor::post(const std::string& path, const Json& body) {
  return body.is_null() ? answered("POST", path, {}, {})
                        : answered("POST", path, body.dump(), "application/json");
}

Json Visitor::post(const std::string& path, std::string_view bytes, const std::string& type) {
  return answered("POST", path, bytes, type);
}

Json Visitor::put(const std::string& path, std::string_view bytes, const std::string& type) {
  return answered("PUT", path, bytes, type);
}

Json Visitor::answered(const std::string& method, const std::string& path, std::string_view body,
                       const std::string& type) {
  const http::Answer answer = ask(method, path, body, type);
  if (answer.status >= 300) {
    throw OffTheScript(fmt::format("{} {}: {} {}", method, path, answer.status, code_in(answer)));
  }
  return answer.body.empty() ? Json() : Json::parse(answer.body, nullptr, false);
}

http::Answer Visitor::ask(const std::string& method, const std::string& path, std::string_view body,
                          const std::string& type) {
  http::Request request{method, path, {}, std::string(body)};
  if (!type.empty()) request.headers.push_back({"Content-Type", type});
  if (method != "GET") {
    request.headers.push_back({"Idempotency-Key", fmt::format("{}-{:06}", name_, ++requests_)});
    request.headers.push_back({"Sec-Fetch-Site", "same-origin"});
  }
  std::string cookies;
  for (const auto& [name, value] : cookies_) {
    cookies += fmt::format("{}{}={}", cookies.empty() ? "" : "; ", name, value);
  }
  if (!cookies.empty()) request.headers.push_back({"Cookie", cookies});
  auto answer = client_.exchange(request);
  if (!answer) throw OffTheScript(fmt::format("{} {}: {}", method, path, answer.error().reason));
  keep_cookies(*answer);
  return *std::move(answer);
}

void Visitor::keep_cookies(const http::Answer& answer) {
  for (const auto& [name, value] : answer.headers) {
    if (name != "Set-Cookie" && name != "set-cookie") continue;
    const std::string pair = value.substr(0, value.find(';'));
    cookies_[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
  }
}

}  // namespace vermilion::service::demo
