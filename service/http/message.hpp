#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// HTTP messages as values: what is sent to a gateway, and what comes from one. Who carries them is
// decided elsewhere, so that a test needs no network.
namespace vermilion::service::http {

struct Header {
  std::string name;
  std::string value;
};

using Headers = std::vector<Header>;

// The value of a header that stands exactly once, whatever its case; two of them are none.
[[nodiscard]] std::optional<std::string_view> only(const Headers& headers, std::string_view name);
[[nodiscard]] std::size_t count(const Headers& headers, std::string_view name);

struct Request {
  std::string method;  // "POST"
  std::string path;    // with the query, as it is signed: "/v3/refund/domestic/refunds"
  Headers headers;
  std::string body;
};

// The next piece of a body that comes bit by bit; nothing where it has ended. May wait.
using Pieces = std::function<std::optional<std::string>()>;

struct Answer {
  int status = 0;
  Headers headers;
  std::string body;    // the bytes as they came: signatures cover them
  Pieces pieces = {};  // of answers of ours, instead of the body
};

}  // namespace vermilion::service::http
