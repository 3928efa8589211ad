#pragma once

#include "service/http/message.hpp"

#include <tl/expected.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::server {

// Who may ask for inspections. Only digests of the keys are kept: who reads the file cannot ask.
class ApiKeys {
 public:
  // A line for each: `<client> <SHA-256 of the key, 64 hexadecimal digits>`; `#` begins a remark.
  // Refused are clients or keys that stand there twice and names of other than letters, digits, `-`
  // and `_`. The complaint names the line.
  [[nodiscard]] static tl::expected<ApiKeys, std::string> parse(std::string_view text);

  // Whose key `Authorization: Bearer …` holds. Takes the same time whichever it is.
  [[nodiscard]] std::optional<std::string> client_of(const http::Headers& headers) const;

 private:
  struct Entry {
    std::string client;
    std::string digest;  // 32 bytes
  };
  std::vector<Entry> entries_;
};

}  // namespace vermilion::service::server
