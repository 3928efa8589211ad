#pragma once

#include "service/store/database/error.hpp"

#include <filesystem>
#include <string>
#include <string_view>

// Ed25519, for the heads of the ledger.
namespace vermilion::service::store::ledger {

class Signer {
 public:
  // From the 64 hexadecimal digits of a seed.
  [[nodiscard]] static database::Result<Signer> of(std::string_view seed);
  // From a file with those digits in its first line.
  [[nodiscard]] static database::Result<Signer> read(const std::filesystem::path& file);
  // 64 fresh digits.
  [[nodiscard]] static std::string new_seed();

  [[nodiscard]] std::string sign(std::string_view text) const;  // 128 digits
  const std::string& public_key() const { return public_key_; }

 private:
  Signer() = default;

  std::string secret_key_;
  std::string public_key_;
};

[[nodiscard]] bool is_signed(std::string_view text, std::string_view signature,
                             std::string_view public_key);

}  // namespace vermilion::service::store::ledger
