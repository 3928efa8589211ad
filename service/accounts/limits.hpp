#pragma once

#include "service/accounts/keys.hpp"
#include "service/store/database/transaction.hpp"

#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

// How often something may be done, for one address, number or account: the generic cell rate
// algorithm (ITU-T I.371), one number for each, kept in the database so that it holds exactly
// however many programs answer, and after a restart. What is over leaves no row.
namespace vermilion::service::accounts {

using store::database::Transaction;

// So many at once; each comes back after a period.
struct Limit {
  std::string_view name;
  unsigned most = 1;
  std::chrono::milliseconds period{1000};
};

// Of whom or what: "2001:db8::/64". Digested before it is kept.
class Rate {
 public:
  Rate(const Keys& keys, const Limit& limit, std::initializer_list<std::string_view> whose);

  // Takes one. Not zero: there is none for so long, and none was taken.
  [[nodiscard]] std::chrono::milliseconds take(Transaction& transaction) const;
  // How many are taken, of what has not come back yet.
  [[nodiscard]] unsigned taken(Transaction& transaction) const;
  // All come back, or one.
  void give_back_all(Transaction& transaction) const;
  void give_back(Transaction& transaction) const;

 private:
  [[nodiscard]] std::int64_t full_at(Transaction& transaction, std::int64_t now) const;
  void keep(Transaction& transaction, std::int64_t full_at) const;

  Limit limit_;
  std::string key_;
};

void sweep_limits(Transaction& transaction);

}  // namespace vermilion::service::accounts
