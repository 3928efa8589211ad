#include "service/server/framing.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace vermilion::service::server {
namespace {

tl::unexpected<Problem> refused(std::string detail) {
  return tl::make_unexpected(Problem{Fault::BadRequest, std::move(detail), "/headers"});
}

// RFC 9110 5.6.2; names with anything else in them are read differently by different readers.
bool is_token(std::string_view text) {
  constexpr std::string_view kBesides = "!#$%&'*+-.^_`|~";
  return !text.empty() && std::ranges::all_of(text, [&](unsigned char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           kBesides.find(static_cast<char>(c)) != std::string_view::npos;
  });
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text,
                             [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7F; });
}

}  // namespace

tl::expected<std::optional<std::uint64_t>, Problem> body_length(const http::Headers& headers) {
  for (const http::Header& header : headers) {
    if (!is_token(header.name)) return refused("a header's name is none");
    if (has_control(header.value)) return refused("a header holds a control character");
  }
  if (http::count(headers, "Transfer-Encoding") > 0)
    return refused("transfer codings are not taken");
  if (http::count(headers, "Host") != 1) return refused("exactly one Host is expected");
  if (http::count(headers, "Content-Length") == 0) return std::nullopt;
  const auto said = http::only(headers, "Content-Length");
  if (!said) return refused("more than one Content-Length");
  std::uint64_t length = 0;
  const char* const end = said->data() + said->size();
  const auto [stopped, error] = std::from_chars(said->data(), end, length);
  const bool digits_only = !said->empty() && said->front() >= '0' && said->front() <= '9';
  if (!digits_only || error != std::errc() || stopped != end) {
    return refused("Content-Length is no number");
  }
  return length;
}

}  // namespace vermilion::service::server
