#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace vermilion::service::store::blobs {

// A key of XChaCha20-Poly1305, overwritten when it goes.
class SecretKey {
 public:
  static constexpr std::size_t kBytes = 32;

  [[nodiscard]] static SecretKey random();
  explicit SecretKey(std::string_view bytes);  // kBytes of them
  ~SecretKey();
  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;

  const unsigned char* data() const { return bytes_.data(); }
  std::string_view bytes() const { return {reinterpret_cast<const char*>(data()), kBytes}; }

 private:
  std::array<unsigned char, kBytes> bytes_{};
};

}  // namespace vermilion::service::store::blobs
