#include "service/accounts/seats.hpp"

#include "service/accounts/accounts.hpp"
#include "service/accounts/fields.hpp"
#include "service/accounts/organisation_of.hpp"
#include "service/accounts/rows.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/tokens.hpp"
#include "workflow/mobile.hpp"

#include <algorithm>

namespace vermilion::service::accounts {
namespace {

namespace org = workflow::organisation;
using store::orders::Saying;

org::Command command(const Asker& asker, org::Body body) {
  return {new_id(), {workflow::Role::Applicant, asker.id}, std::move(body)};
}

Result<Seat> add_within(const Saying& saying, const Asker& asker, const std::string& person,
                        const std::string& mobile) {
  Transaction& transaction = saying.transaction;
  transaction.lock(store::orders::organisation_stream(asker.organisation));
  if (seat_with(organisation_of(saying, asker.organisation), mobile)) {
    return invalid("/mobile", "这个手机号码已有席位。每人用自己的号码。");
  }
  const std::string seat = new_id();
  const auto step =
      say(saying, asker.organisation, command(asker, org::AddSeat{seat, person, mobile}));
  if (!step) return refused(step.error());
  Row row = seat_row(seat, asker.organisation, "");
  row.made_at_ms = transaction.now_ms();
  write_row(transaction, row);
  return Seat{seat, person, mobile, false};
}

}  // namespace

Result<std::vector<Seat>> seats_of(Accounts& accounts, const std::string& credit_code) {
  auto found = accounts.orders.transact([&](Saying& saying) {
    std::vector<Seat> seats;
    for (const auto& [id, seat] : organisation_of(saying, credit_code).seats) {
      const auto row = row_of(saying.transaction, id);
      seats.push_back({id, seat.person, seat.mobile, row && !row->password.empty()});
    }
    return seats;
  });
  if (!found) return refused(found.error());
  return std::move(*found);
}

Result<Seat> add_seat(Accounts& accounts, const Asker& asker, const std::string& person,
                      const std::string& mobile) {
  if (auto fit = check_line("/person", person, kPersonCharactersMax); !fit) {
    return tl::make_unexpected(fit.error());
  }
  if (!workflow::is_mobile(mobile)) return invalid("/mobile", "请填写 11 位手机号码。");
  auto added = accounts.orders.transact(
      [&](Saying& saying) { return add_within(saying, asker, trimmed(person), mobile); });
  if (!added) return refused(added.error());
  return std::move(*added);
}

Result<void> remove_seat(Accounts& accounts, const Asker& asker, const std::string& session,
                         const std::string& seat) {
  auto removed = accounts.orders.transact([&](Saying& saying) -> Result<void> {
    Transaction& transaction = saying.transaction;
    if (!organisation_of(saying, asker.organisation).seats.contains(seat)) {
      return refused(Reason::NotFound);
    }
    const auto step = say(saying, asker.organisation, command(asker, org::RemoveSeat{seat}));
    if (!step) return refused(step.error());
    Row row = seat_row(seat, asker.organisation, "");
    row.disabled = true;
    write_row(transaction, row);
    end_sessions_of(transaction, seat);
    goes_on_after(transaction, session, step->organisation.version);
    return {};
  });
  if (!removed) return refused(removed.error());
  return *removed;
}

}  // namespace vermilion::service::accounts
