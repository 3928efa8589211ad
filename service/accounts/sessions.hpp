#pragma once

#include "service/accounts/asker.hpp"
#include "service/store/database/transaction.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Who has signed in. The cookie holds 256 random bits, the database their digest: who reads it
// cannot sign in with what stands there. Everything a session may do is looked up whenever it is
// used, so a role or an account that is taken away is gone at once, on every machine.
namespace vermilion::service::accounts {

using store::database::Transaction;

// NIST SP 800-63B, 4.2.3 (AAL2) for the staff: 12 hours, or 30 minutes in which nothing happens.
// Applicants scan and stamp in between.
struct Lifetime {
  std::chrono::minutes idle;
  std::chrono::minutes all;
};
inline constexpr Lifetime kStaffLifetime{std::chrono::minutes(30), std::chrono::hours(12)};
inline constexpr Lifetime kSeatLifetime{std::chrono::hours(2), std::chrono::hours(24)};

struct NewSession {
  std::string account;
  std::string organisation;  // empty: of the staff
  std::uint64_t organisation_version = 0;
  std::string agent;
};

// What the cookie is to hold.
[[nodiscard]] std::string begin_session(Transaction& transaction, const NewSession& session);

struct SignedIn {
  Asker asker;           // without roles: a second factor has to be set up first
  std::string session;   // its id
  bool to_note = false;  // that it was used: once a minute, so that reading costs no writing
};
// Whose session it is, as of now.
[[nodiscard]] std::optional<SignedIn> find_session(Transaction& transaction,
                                                   std::string_view token);
void note_use(Transaction& transaction, const SignedIn& signed_in);

struct Session {
  std::string id;
  std::string agent;
  std::int64_t begun_at_ms = 0;
  std::int64_t used_at_ms = 0;
  std::int64_t until_ms = 0;
};
[[nodiscard]] std::vector<Session> sessions_of(Transaction& transaction,
                                               const std::string& account);

// False: there is none, or it is another account's.
bool end_session(Transaction& transaction, const std::string& account, const std::string& session);
void end_sessions_of(Transaction& transaction, const std::string& account,
                     const std::string& but = {});
// Those that began before the organisation had so many events. Who signs in with the password that
// was set by event seven stays signed in, however late event seven's effects are carried.
void end_sessions_before(Transaction& transaction, const std::string& organisation,
                         std::uint64_t version);
// Of who made that event: it is not ended by its effects.
void goes_on_after(Transaction& transaction, const std::string& session, std::uint64_t version);

void sweep_sessions(Transaction& transaction);

}  // namespace vermilion::service::accounts
