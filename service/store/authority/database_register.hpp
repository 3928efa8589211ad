#pragma once

#include "service/certificates/register.hpp"
#include "service/store/database/database.hpp"

namespace vermilion::service::store::authority {

// The register of one authority ("rsa", "sm2") in the database everything else is in, so that it is
// backed up with it and all machines share it.
class DatabaseRegister final : public certificates::Register {
 public:
  // The database must outlive this.
  DatabaseRegister(database::Database& database, std::string authority)
      : database_(database), authority_(std::move(authority)) {}

  certificates::Result<std::optional<certificates::Issued>> by_request(
      const std::string& request) override;
  certificates::Result<std::optional<certificates::Issued>> by_serial(
      const std::string& serial) override;
  certificates::Result<certificates::Issued> keep(const certificates::Issued& issued) override;
  certificates::Result<std::optional<certificates::Revocation>> revocation(
      const std::string& serial) override;
  certificates::Result<certificates::Revocation> revoke(
      const certificates::Revocation& revocation) override;
  certificates::Result<std::vector<certificates::Revocation>> revocations() override;
  certificates::Result<std::uint64_t> next_list_number() override;

 private:
  database::Database& database_;
  std::string authority_;
};

}  // namespace vermilion::service::store::authority
