#pragma once

#include "service/certificates/register.hpp"

#include <filesystem>
#include <memory>

// The embedded certificate authority: a root, an issuing key below it, and certificates for
// organisations. One authority knows one kind of key; a site that serves both has two.
//
//   root.pem  issuing.pem              certificates
//   root.key  issuing.key              private keys, 0600; root.key may be moved away afterwards
namespace vermilion::service::certificates {

struct NewAuthority {
  Algorithm algorithm = Algorithm::Rsa;
  std::string name;             // of the operator; " Root" and " Issuing" are added
  std::chrono::years root{20};  // twice the life of what is below it, so it is changed in peace
  std::chrono::years issuing{10};
};

// Makes the keys and certificates in a folder that has none. Whatever is there stays and is an
// error.
[[nodiscard]] Result<void> make_authority(const std::filesystem::path& folder,
                                          const NewAuthority& wanted, Instant now);

struct IssueRequest {
  std::string request;  // the same a second time is given the same certificate
  Holder holder;
  PublicKey key;
  Instant valid_until{};
};

struct RenewalRequest {
  std::string request;
  std::string serial;  // of the certificate in the key
  std::string key_id;  // of that key
  Instant valid_until{};
};

// May be used on several threads at once if the register may.
class Authority {
 public:
  // Reads what make_authority() wrote, root.key excepted. The register must outlive this.
  [[nodiscard]] static Result<Authority> open(const std::filesystem::path& folder, Register& kept,
                                              Profile profile = {});

  // A certificate with a serial of its own. Refused: a key of the other kind, a name or code no
  // certificate can hold, an end in the past or after the authority's own.
  [[nodiscard]] Result<Issued> issue(const IssueRequest& wanted, Instant now);

  // The same holder and the same key under a new serial and with another end. Refused unless
  // serial and key belong together and the certificate is not revoked. The old one stays as it is.
  [[nodiscard]] Result<Issued> renew(const RenewalRequest& wanted, Instant now);

  // Revoked once and for good; again, it is the first revocation that is returned.
  [[nodiscard]] Result<Revocation> revoke(const std::string& serial, Reason reason, Instant now);

  // What is revoked, as of now, in PEM; every list has a number of its own.
  [[nodiscard]] Result<std::string> revocation_list(Instant now);

  const std::string& issuing_pem() const { return issuing_pem_; }
  const std::string& root_pem() const { return root_pem_; }

 private:
  Authority(std::string root_pem, std::string issuing_pem, PrivateKey key, Register& kept,
            Profile profile)
      : root_pem_(std::move(root_pem)),
        issuing_pem_(std::move(issuing_pem)),
        key_(std::move(key)),
        register_(&kept),
        profile_(std::move(profile)) {}

  Result<Issued> make(const IssueRequest& wanted, const std::string& asked, Instant now);
  Result<void> allowed(const IssueRequest& wanted, Instant now) const;

  std::string root_pem_;
  std::string issuing_pem_;
  PrivateKey key_;
  Register* register_;
  Profile profile_;
};

// Whether the issuing certificate signed the list, in PEM.
[[nodiscard]] bool verify_list(std::string_view list, std::string_view issuing);

}  // namespace vermilion::service::certificates
