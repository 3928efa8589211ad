#pragma once

#include "service/certificates/authority.hpp"
#include "service/effects/authority.hpp"
#include "service/running/key_requests.hpp"
#include "service/store/authority/database_register.hpp"

#include <tl/expected.hpp>

#include <filesystem>
#include <memory>
#include <string>

namespace vermilion::service::running {

// The authority of an installation that issues by itself, ready to make certificates for the keys
// whose requests were brought.
class Making {
 public:
  // All must outlive it. Else why its folder cannot be read.
  [[nodiscard]] static tl::expected<std::unique_ptr<Making>, std::string> open(
      const std::filesystem::path& folder, store::database::Database& database,
      KeyRequests& requests, effects::Stamps stamps);

  effects::CertificateMaker& maker() { return *maker_; }
  certificates::Authority& authority() { return *authority_; }

 private:
  explicit Making(store::authority::DatabaseRegister kept) : kept_(std::move(kept)) {}

  store::authority::DatabaseRegister kept_;
  std::unique_ptr<certificates::Authority> authority_;
  std::unique_ptr<effects::AuthorityMaker> maker_;
};

}  // namespace vermilion::service::running
