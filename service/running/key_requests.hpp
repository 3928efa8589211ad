#pragma once

#include "service/certificates/keys.hpp"
#include "service/effects/authority.hpp"
#include "service/store/database/database.hpp"

#include <optional>
#include <string>

namespace vermilion::service::running {

// Requests for the keys certificates are made for. The maker puts the key into his computer, its
// software makes a request in PKCS #10 there, and his page brings it; the authority takes the
// public key from it and nothing else. The private key never leaves the key.
class KeyRequests {
 public:
  explicit KeyRequests(store::database::Database& database) : database_(database) {}

  // The last one brought stands, until a certificate is made: a key may turn out broken. The error
  // of the outer kind is the database's, the inner says what is wrong with the request.
  [[nodiscard]] store::database::Result<certificates::Result<void>> bring(const std::string& order,
                                                                          std::string_view pem,
                                                                          const std::string& by);

  // What the authority asks. Later, where nobody has brought a request yet.
  [[nodiscard]] effects::Outcome<certificates::PublicKey> key_of(const workflow::Order& order);

 private:
  store::database::Database& database_;
};

}  // namespace vermilion::service::running
