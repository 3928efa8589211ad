#include "service/accounts/me.hpp"

#include "service/accounts/accounts.hpp"

namespace vermilion::service::accounts {

Result<Me> me(Accounts& accounts, const std::string& account) {
  auto row = accounts.orders.database().read(
      [&](Transaction& transaction) { return row_of(transaction, account); });
  if (!row) return refused(row.error());
  if (!*row) return refused(Reason::NotFound);
  Me me{std::move(**row), {}, {}};
  me.name = me.row.name;
  if (me.row.organisation.empty()) return me;
  auto organisation = accounts.orders.organisation(me.row.organisation);
  if (!organisation) return refused(organisation.error());
  const auto seat = organisation->seats.find(account);
  if (seat != organisation->seats.end()) me.name = seat->second.person;
  me.organisation = std::move(*organisation);
  return me;
}

}  // namespace vermilion::service::accounts
