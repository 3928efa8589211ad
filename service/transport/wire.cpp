#include "service/transport/wire.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace vermilion::service::transport {
namespace {

// Status line, headers and trailers together. The partners send less than 2 KiB.
constexpr std::size_t kHeadBytesMax = 16 * 1024;

bool is_token_byte(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";  // RFC 9110, section 5.6.2
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kMarks.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_byte);
}

bool is_value(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == '\t' || (byte >= 0x20 && byte != 0x7f);
  });
}

// Visible ASCII only: what else a path holds is escaped by whoever made it.
bool is_path(std::string_view text) {
  return text.starts_with('/') &&
         std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::vector<std::string_view> all(const http::Headers& headers, std::string_view name) {
  std::vector<std::string_view> values;
  for (const auto& header : headers) {
    if (same(header.name, name)) values.push_back(header.value);
  }
  return values;
}

std::optional<std::size_t> number(std::string_view digits, int base) {
  constexpr std::size_t kDigitsMax = 15;  // fits, in either base
  std::size_t value = 0;
  const auto* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
  const bool whole = error == std::errc() && stop == end && digits.size() <= kDigitsMax;
  return whole && digits.front() != '-' ? std::optional(value) : std::nullopt;
}

bool is_ours(std::string_view name) {
  return same(name, "Host") || same(name, "Connection") || same(name, "Content-Length") ||
         same(name, "Transfer-Encoding");
}

}  // namespace

tl::expected<std::string, std::string> bytes_of(const http::Request& request,
                                                const Endpoint& endpoint) {
  const auto wrong = [](std::string why) { return tl::unexpected(std::move(why)); };
  if (!is_token(request.method)) return wrong("the method is no token");
  if (!is_path(request.path)) return wrong("the path holds what must be escaped");
  const auto hosts = all(request.headers, "Host");
  if (hosts.size() > 1) return wrong("two Host headers");
  const std::string host = hosts.empty() ? endpoint.authority() : std::string(hosts.front());
  std::string bytes = fmt::format("{} {}{} HTTP/1.1\r\nHost: {}\r\n", request.method,
                                  endpoint.prefix, request.path, host);
  if (!is_value(host)) return wrong("the header Host holds a control byte");
  for (const auto& [name, value] : request.headers) {
    if (!is_token(name)) return wrong("a header's name is no token");
    if (!is_value(value)) return wrong(fmt::format("{} holds a control byte", name));
    if (!is_ours(name)) bytes += fmt::format("{}: {}\r\n", name, value);
  }
  const bool has_body = !request.body.empty() || request.method == "POST";
  if (has_body) bytes += fmt::format("Content-Length: {}\r\n", request.body.size());
  bytes += "Connection: close\r\n\r\n";
  return bytes + request.body;
}

AnswerReader::State AnswerReader::feed(std::string_view bytes) {
  if (!complaint_.empty()) return State::Wrong;
  pending_ += bytes;
  State state = State::Wanting;
  Part before = part_;
  do {
    before = part_;
    state = step();
  } while (state == State::Wanting && part_ != before);
  return state;
}

AnswerReader::State AnswerReader::end() {
  if (!complaint_.empty()) return State::Wrong;
  if (part_ == Part::UntilClosed) part_ = Part::Done;
  return part_ == Part::Done ? State::Whole : wrong("was cut");
}

AnswerReader::State AnswerReader::step() {
  switch (part_) {
    case Part::Head:
      return read_head();
    case Part::Counted:
      return read_counted();
    case Part::Chunk:
      return read_chunk();
    case Part::Trailer:
      return read_trailer();
    case Part::UntilClosed:
      return read_until_closed();
    case Part::Done:
      break;
  }
  return pending_.empty() ? State::Whole : wrong("goes on behind its end");
}

AnswerReader::State AnswerReader::wrong(std::string_view why) {
  complaint_ = why;
  return State::Wrong;
}

// A line without its end; every one counts towards the bound, also those that say nothing.
std::optional<std::string> AnswerReader::line() {
  const std::size_t end = pending_.find('\n');
  const std::size_t read = end == std::string::npos ? pending_.size() : end + 1;
  if (head_bytes_ + read > kHeadBytesMax) {
    wrong("has a head without end");
    return std::nullopt;
  }
  if (end == std::string::npos) return std::nullopt;
  head_bytes_ += read;
  std::string text = pending_.substr(0, end);
  pending_.erase(0, read);
  if (!text.ends_with('\r')) {
    wrong("ends a line without CR");
    return std::nullopt;
  }
  text.pop_back();
  return text;
}

AnswerReader::State AnswerReader::read_head() {
  while (const auto text = line()) {
    if (!has_status_) {
      has_status_ = read_status_line(*text);
      if (!has_status_) return wrong("is no HTTP/1.1");
    } else if (!text->empty()) {
      if (!read_header_line(*text)) return wrong("has a header that is none");
    } else if (answer_.status >= 200) {
      return choose_body();
    } else {  // "100 Continue": the answer proper is still to come
      answer_ = {};
      has_status_ = false;
    }
  }
  return complaint_.empty() ? State::Wanting : State::Wrong;
}

bool AnswerReader::read_status_line(std::string_view text) {
  if (!text.starts_with("HTTP/1.1 ") && !text.starts_with("HTTP/1.0 ")) return false;
  if (text.size() < 12 || (text.size() > 12 && text[12] != ' ')) return false;
  const auto status = number(text.substr(9, 3), 10);
  if (!status || *status < 100 || *status > 599) return false;
  answer_.status = static_cast<int>(*status);
  return true;
}

bool AnswerReader::read_header_line(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view name = text.substr(0, colon);
  const std::string_view value = trimmed(text.substr(colon + 1));
  if (!is_token(name) || !is_value(value)) return false;
  answer_.headers.push_back({std::string(name), std::string(value)});
  return true;
}

// Where the end of the body is told in two ways, somebody means to be read differently by two.
AnswerReader::State AnswerReader::choose_body() {
  const auto lengths = all(answer_.headers, "Content-Length");
  const auto codings = all(answer_.headers, "Transfer-Encoding");
  if (lengths.size() + codings.size() > 1) return wrong("tells its length twice");
  if (answer_.status == 204 || answer_.status == 304) {
    part_ = Part::Done;
  } else if (codings.size() == 1) {
    if (!same(codings.front(), "chunked")) return wrong("is coded in a way we did not ask for");
    part_ = Part::Chunk;
  } else if (lengths.size() == 1) {
    const auto length = lengths.front().empty() ? std::nullopt : number(lengths.front(), 10);
    if (!length) return wrong("has a length that is none");
    if (*length > body_bytes_max_) return wrong("is too long");
    body_bytes_ = *length;
    part_ = Part::Counted;
  } else {
    part_ = Part::UntilClosed;
  }
  return State::Wanting;
}

AnswerReader::State AnswerReader::read_counted() {
  if (pending_.size() < body_bytes_) return State::Wanting;
  answer_.body = pending_.substr(0, body_bytes_);
  pending_.erase(0, body_bytes_);
  part_ = Part::Done;
  return State::Wanting;
}

AnswerReader::State AnswerReader::read_chunk() {
  while (true) {
    const std::size_t end = pending_.find("\r\n");
    if (end == std::string::npos) {
      return pending_.size() > kHeadBytesMax ? wrong("has a chunk without size") : State::Wanting;
    }
    const std::string digits = pending_.substr(0, std::min(end, pending_.find(';')));
    const auto size = digits.empty() ? std::nullopt : number(trimmed(digits), 16);
    if (!size) return wrong("has a chunk whose size is none");
    if (answer_.body.size() + *size > body_bytes_max_) return wrong("is too long");
    if (*size == 0) {
      pending_.erase(0, end + 2);
      part_ = Part::Trailer;
      return State::Wanting;
    }
    const std::size_t start = end + 2;
    if (pending_.size() < start + *size + 2) return State::Wanting;
    if (pending_.compare(start + *size, 2, "\r\n") != 0)
      return wrong("has a chunk of another size");
    answer_.body += pending_.substr(start, *size);
    pending_.erase(0, start + *size + 2);
  }
}

// What stands behind the body was not signed and is not kept.
AnswerReader::State AnswerReader::read_trailer() {
  while (const auto text = line()) {
    if (!text->empty()) continue;
    part_ = Part::Done;
    return State::Wanting;
  }
  return complaint_.empty() ? State::Wanting : State::Wrong;
}

AnswerReader::State AnswerReader::read_until_closed() {
  if (answer_.body.size() + pending_.size() > body_bytes_max_) return wrong("is too long");
  answer_.body += pending_;
  pending_.clear();
  return State::Wanting;
}

}  // namespace vermilion::service::transport
