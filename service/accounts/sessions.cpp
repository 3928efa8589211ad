#include "service/accounts/sessions.hpp"

#include "service/accounts/roles.hpp"
#include "service/accounts/tokens.hpp"

#include <algorithm>

namespace vermilion::service::accounts {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kNotedEvery = std::chrono::minutes(1);
constexpr std::size_t kAgentBytes = 160;

const Lifetime& lifetime_of(const std::string& organisation) {
  return organisation.empty() ? kStaffLifetime : kSeatLifetime;
}

// What a stranger's header may put into a list: plain letters, not too many.
std::string plain_agent(std::string_view agent) {
  std::string text(agent.substr(0, kAgentBytes));
  std::ranges::replace_if(
      text, [](char c) { return c < ' ' || c > '~'; }, ' ');
  return text;
}

}  // namespace

std::string begin_session(Transaction& transaction, const NewSession& session) {
  const Lifetime& lifetime = lifetime_of(session.organisation);
  const std::int64_t now = transaction.now_ms();
  std::string token = new_token();
  transaction.run(
      "INSERT INTO sessions (id, token, account, organisation, organisation_version, agent, "
      "begun_at_ms, used_at_ms, idle_until_ms, until_ms) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {new_id(), digest_of_token(token), session.account, session.organisation,
       session.organisation_version, plain_agent(session.agent), now, now,
       now + milliseconds(lifetime.idle).count(), now + milliseconds(lifetime.all).count()});
  return token;
}

std::optional<SignedIn> find_session(Transaction& transaction, std::string_view token) {
  const std::int64_t now = transaction.now_ms();
  const auto row =
      transaction
          .row<std::string, std::string, std::string, std::string, std::int64_t, std::int64_t>(
              "SELECT s.id, a.id, a.organisation, a.roles, a.second_factor_is_set, s.used_at_ms "
              "FROM sessions AS s JOIN accounts AS a ON a.id = s.account "
              "WHERE s.token = $1 AND a.disabled = 0 AND s.idle_until_ms > $2 AND s.until_ms > $2",
              {digest_of_token(token), now});
  if (!row) return std::nullopt;
  const auto& [session, account, organisation, roles, second_factor, used_at] = *row;
  const bool whole = !organisation.empty() || second_factor != 0;
  return SignedIn{{account, whole ? roles_named(roles) : Roles{}, organisation},
                  session,
                  now >= used_at + kNotedEvery.count()};
}

void note_use(Transaction& transaction, const SignedIn& signed_in) {
  const std::int64_t now = transaction.now_ms();
  const std::int64_t idle = milliseconds(lifetime_of(signed_in.asker.organisation).idle).count();
  transaction.run("UPDATE sessions SET used_at_ms = $2, idle_until_ms = $3 WHERE id = $1",
                  {signed_in.session, now, now + idle});
}

std::vector<Session> sessions_of(Transaction& transaction, const std::string& account) {
  std::vector<Session> sessions;
  for (auto& [id, agent, begun, used, idle_until, until] :
       transaction
           .rows<std::string, std::string, std::int64_t, std::int64_t, std::int64_t, std::int64_t>(
               "SELECT id, agent, begun_at_ms, used_at_ms, idle_until_ms, until_ms FROM sessions "
               "WHERE account = $1 AND idle_until_ms > $2 AND until_ms > $2 "
               "ORDER BY used_at_ms DESC, id",
               {account, transaction.now_ms()})) {
    sessions.push_back({id, agent, begun, used, std::min(idle_until, until)});
  }
  return sessions;
}

bool end_session(Transaction& transaction, const std::string& account, const std::string& session) {
  return transaction
      .row<std::string>("DELETE FROM sessions WHERE id = $1 AND account = $2 RETURNING id",
                        {session, account})
      .has_value();
}

void end_sessions_of(Transaction& transaction, const std::string& account, const std::string& but) {
  transaction.run("DELETE FROM sessions WHERE account = $1 AND id <> $2", {account, but});
}

void end_sessions_before(Transaction& transaction, const std::string& organisation,
                         std::uint64_t version) {
  transaction.run("DELETE FROM sessions WHERE organisation = $1 AND organisation_version < $2",
                  {organisation, version});
}

void goes_on_after(Transaction& transaction, const std::string& session, std::uint64_t version) {
  transaction.run("UPDATE sessions SET organisation_version = $2 WHERE id = $1",
                  {session, version});
}

void sweep_sessions(Transaction& transaction) {
  transaction.run("DELETE FROM sessions WHERE until_ms < $1 OR idle_until_ms < $1",
                  {transaction.now_ms()});
}

}  // namespace vermilion::service::accounts
