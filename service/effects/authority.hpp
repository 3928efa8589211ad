#pragma once

#include "service/certificates/authority.hpp"
#include "service/effects/world.hpp"

#include <functional>

namespace vermilion::service::effects {

// Whose key a certificate is for: its request, as the key's own software made it, when the maker
// had the key in his computer. Later, where nobody has brought it yet.
using KeyOf = std::function<Outcome<certificates::PublicKey>(const workflow::Order& order)>;

// The embedded authority as who makes certificates. A reissue is of what was left of the old
// certificate's life, a renewal of its years more, anything else of a year.
class AuthorityMaker final : public CertificateMaker {
 public:
  // The authority must outlive it.
  AuthorityMaker(certificates::Authority& authority, KeyOf key_of, Stamps stamps)
      : authority_(authority), key_of_(std::move(key_of)), stamps_(std::move(stamps)) {}

  Outcome<workflow::Certificate> issue(const std::string& key,
                                       const workflow::Order& order) override;
  // Revoked as superseded: its successor is made.
  Outcome<void> revoke(const std::string& serial) override;

 private:
  certificates::Authority& authority_;
  KeyOf key_of_;
  Stamps stamps_;
};

}  // namespace vermilion::service::effects
