#include "service/review/samples.hpp"

#include "service/crypto/digest.hpp"

#include <cstdint>

namespace vermilion::service::review {

bool Samples::drawn(std::string_view sha256) const {
  const std::string hash = crypto::hmac_sha256(key_, sha256);
  std::uint64_t number = 0;
  for (int i = 0; i < 8; ++i) number = number << 8 | static_cast<unsigned char>(hash[i]);
  // The remainder favours small ones by 1000 in 2^64: nobody will ever see it.
  return static_cast<int>(number % 1000) < per_thousand_;
}

}  // namespace vermilion::service::review
