#include "service/server/handlers/order_requests.hpp"

#include "service/crypto/digest.hpp"
#include "workflow/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace vermilion::service::server::handlers {
namespace {

using orders::NotDone;
using workflow::Language;

template <class T>
using Result = tl::expected<T, Problem>;

// Seconds until a database that is overrun is asked again.
constexpr unsigned kBusyS = 2;

tl::unexpected<Problem> invalid(std::string pointer, std::string text) {
  Problem problem{Fault::Invalid};
  problem.complaints.push_back({std::move(pointer), std::move(text)});
  return tl::make_unexpected(std::move(problem));
}

bool is_key(std::string_view key) {
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '-';
  };
  return key.size() >= 8 && key.size() <= 64 && std::ranges::all_of(key, is_plain);
}

Result<std::string> key_in(const Request& request, KeyIs key) {
  if (http::count(request.headers, "Idempotency-Key") == 0) {
    if (key == KeyIs::Optional) return std::string();
    return invalid("/headers/idempotency-key", "缺少 Idempotency-Key");
  }
  const auto said = http::only(request.headers, "Idempotency-Key");
  if (said && is_key(*said)) return std::string(*said);
  return invalid("/headers/idempotency-key", "应为 8 至 64 位字母、数字、- 或 _");
}

// "12", in the quotes of an ETag.
Result<std::optional<std::uint64_t>> version_in(const Request& request) {
  if (http::count(request.headers, "If-Match") == 0) return std::nullopt;
  const auto said = http::only(request.headers, "If-Match");
  std::uint64_t version = 0;
  if (said && said->size() > 2 && said->front() == '"' && said->back() == '"') {
    const char* end = said->data() + said->size() - 1;
    const auto [stopped, error] = std::from_chars(said->data() + 1, end, version);
    if (error == std::errc() && stopped == end) return version;
  }
  return invalid("/headers/if-match", "应为订单的 ETag");
}

std::string_view body_of(const Request& request) {
  return {reinterpret_cast<const char*>(request.body.data()), request.body.size()};
}

// Everything that makes it this request: what it is about and what it says.
std::string digest_of(const Request& request) {
  std::string text = request.method;
  for (const auto& [name, value] : request.path) text += fmt::format("\n{}={}", name, value);
  return crypto::hex(crypto::sha256(fmt::format("{}\n\n{}", text, body_of(request))));
}

Problem problem_of(const store::database::Error& error) {
  using enum store::database::ErrorKind;
  if (error.kind == Busy) return {.fault = Fault::Busy, .retry_s = kBusyS};
  throw std::runtime_error(fmt::format("{}: {} {}", name_of(error.kind), error.detail,
                                       error.constraint));  // for the log; told as OurFault
}

}  // namespace

Result<orders::Wish> wish_of(const Request& request, KeyIs key) {
  auto said = key_in(request, key);
  if (!said) return tl::make_unexpected(said.error());
  const auto version = version_in(request);
  if (!version) return tl::make_unexpected(version.error());
  orders::Wish wish;
  wish.key = std::move(*said);
  wish.asked = digest_of(request);
  wish.version = *version;
  return wish;
}

Result<std::string_view> json_in(const Request& request) {
  const auto type = http::only(request.headers, "Content-Type");
  if (type && (*type == "application/json" || type->starts_with("application/json;"))) {
    return body_of(request);
  }
  return invalid("/headers/content-type", "应为 application/json");
}

Problem problem_of(const orders::Mistakes& mistakes) {
  Problem problem{Fault::Invalid};
  for (const orders::Mistake& mistake : mistakes) {
    problem.complaints.push_back({mistake.pointer, mistake.text});
  }
  return problem;
}

Problem problem_of(const NotDone& reason) {
  using Why = NotDone::Why;
  switch (reason.why) {
    case Why::NotThere:
      return {Fault::NotFound};
    case Why::Changed:
      return {Fault::Changed};
    case Why::KeyReused:
      return {Fault::KeyReused};
    case Why::Invalid:
      return problem_of(reason.mistakes);
    case Why::Database:
      return problem_of(reason.error);
    case Why::Refused:
      break;
  }
  Problem problem{Fault::Refused};
  problem.said = Said{std::string(workflow::name_of(reason.refusal.code)),
                      workflow::text_of(reason.refusal, Language::Chinese),
                      workflow::text_of(reason.refusal, Language::English)};
  return problem;
}

http::Answer answer_of(const orders::Told& told) {
  http::Answer answer{.status = told.status,
                      .headers = {{"Content-Type", "application/json"},
                                  {"ETag", fmt::format("\"{}\"", told.version)}},
                      .body = told.body};
  return answer;
}

http::Answer json_answer(std::string body) {
  return {
      .status = 200, .headers = {{"Content-Type", "application/json"}}, .body = std::move(body)};
}

}  // namespace vermilion::service::server::handlers
