#include "service/running/making.hpp"

#include <utility>

namespace vermilion::service::running {

tl::expected<std::unique_ptr<Making>, std::string> Making::open(const std::filesystem::path& folder,
                                                                store::database::Database& database,
                                                                KeyRequests& requests,
                                                                effects::Stamps stamps) {
  const auto key = certificates::PrivateKey::read(folder / "issuing.key");
  if (!key) return tl::unexpected(key.error().what);
  // An authority knows one kind of key, and its register goes by that name.
  const auto name = certificates::name_of(key->public_key().algorithm());
  std::unique_ptr<Making> making(
      new Making(store::authority::DatabaseRegister(database, std::string(name))));
  auto authority = certificates::Authority::open(folder, making->kept_);
  if (!authority) return tl::unexpected(authority.error().what);
  making->authority_ = std::make_unique<certificates::Authority>(std::move(*authority));
  making->maker_ = std::make_unique<effects::AuthorityMaker>(
      *making->authority_,
      [&requests](const workflow::Order& order) { return requests.key_of(order); },
      std::move(stamps));
  return making;
}

}  // namespace vermilion::service::running
