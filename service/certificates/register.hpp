#pragma once

#include "service/certificates/x509.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::service::certificates {

// A certificate that was made, and what for.
struct Issued {
  std::string request;  // the key of the effect that asked for it
  std::string asked;    // digest of what it asked for
  std::string serial;
  std::string pem;

  friend bool operator==(const Issued&, const Issued&) = default;
};

// What an authority has made and revoked. Whoever keeps it (a database) keeps requests and serials
// unique: what was kept first stays, whoever comes second is given that.
class Register {
 public:
  virtual ~Register() = default;

  virtual Result<std::optional<Issued>> by_request(const std::string& request) = 0;
  virtual Result<std::optional<Issued>> by_serial(const std::string& serial) = 0;
  // What is kept under this request now. Durable when it returns.
  virtual Result<Issued> keep(const Issued& issued) = 0;

  virtual Result<std::optional<Revocation>> revocation(const std::string& serial) = 0;
  // The revocation that stands now. Durable when it returns.
  virtual Result<Revocation> revoke(const Revocation& revocation) = 0;
  virtual Result<std::vector<Revocation>> revocations() = 0;

  // 1, 2, 3, …; none is given twice.
  virtual Result<std::uint64_t> next_list_number() = 0;
};

}  // namespace vermilion::service::certificates
