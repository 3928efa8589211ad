#include "service/accounts/sessions.hpp"

#include "service/accounts/tokens.hpp"
#include "tests/service/accounts/a_house.hpp"

namespace vermilion::tests {
namespace {

using namespace service::accounts;

class SessionsKept : public AccountsOnBoth {};

TEST_P(SessionsKept, AreFoundByTheirTokenAloneAndStandAsItsDigest) {
  AHouse house(GetParam());
  const auto entered = house.registered();
  EXPECT_EQ(entered.token.size(), 64u) << "256 bits";
  EXPECT_TRUE(house.who(entered.token));
  EXPECT_FALSE(house.who(digest_of_token(entered.token)))
      << "what the database holds opens nothing";
  EXPECT_FALSE(house.who(""));
  EXPECT_FALSE(house.who(std::string(64, '0')));
  const auto stored =
      house.store.database
          .read([](Transaction& transaction) {
            return std::get<0>(*transaction.row<std::string>("SELECT token FROM sessions"));
          })
          .value();
  EXPECT_EQ(stored, digest_of_token(entered.token));
}

TEST_P(SessionsKept, EndWhenNothingHappensAndAtLastAnyway) {
  AHouse house(GetParam());
  const auto idle = house.registered();
  const std::string busy = house.signed_in(idle.account);
  house.wait(kSeatLifetime.idle - std::chrono::minutes(1));
  EXPECT_TRUE(house.who(busy));
  house.wait(std::chrono::minutes(2));
  EXPECT_FALSE(house.who(idle.token));
  std::chrono::minutes passed = kSeatLifetime.idle + std::chrono::minutes(1);
  while (house.who(busy)) {
    house.wait(std::chrono::minutes(30));
    passed += std::chrono::minutes(30);
    ASSERT_LT(passed, std::chrono::hours(48));
  }
  EXPECT_GE(passed, kSeatLifetime.all);
  EXPECT_LE(passed, kSeatLifetime.all + std::chrono::minutes(30));
}

TEST_P(SessionsKept, OfTheStaffAreShorter) {
  AHouse house(GetParam());
  const auto account = house.a_staff("anna", Role::Reviewer).id;
  const std::string token = house.signed_in(account);
  house.wait(std::chrono::minutes(29));
  EXPECT_TRUE(house.who(token));
  house.wait(std::chrono::minutes(31));
  EXPECT_FALSE(house.who(token));
}

TEST_P(SessionsKept, AreListedAndEndedByTheirOwnersAlone) {
  AHouse house(GetParam());
  const auto ours = house.registered(kOurs, kOurMobile);
  const auto theirs = house.registered(kTheirs, kTheirMobile);
  const std::string second = house.signed_in(ours.account);
  auto& database = house.store.database;
  const auto listed =
      database
          .read([&](Transaction& transaction) { return sessions_of(transaction, ours.account); })
          .value();
  ASSERT_EQ(listed.size(), 2u);
  const auto end = [&](const std::string& account, const std::string& session) {
    return database
        .transact(
            [&](Transaction& transaction) { return end_session(transaction, account, session); })
        .value();
  };
  EXPECT_FALSE(end(theirs.account, listed[0].id));
  EXPECT_TRUE(end(ours.account, listed[0].id));
  EXPECT_FALSE(end(ours.account, listed[0].id));
  EXPECT_EQ(house.who(ours.token).has_value() + house.who(second).has_value(), 1);
}

TEST_P(SessionsKept, KeepWhatABrowserCallsItselfPlain) {
  AHouse house(GetParam());
  const auto account = house.registered().account;
  (void)house.store.database.transact([&](Transaction& transaction) {
    return begin_session(transaction,
                         {account, kOurs, 9, "a\r\nb\x1b[31m" + std::string(500, 'x')});
  });
  const auto listed =
      house.store.database
          .read([&](Transaction& transaction) { return sessions_of(transaction, account); })
          .value();
  for (const auto& session : listed) {
    EXPECT_LE(session.agent.size(), 160u);
    EXPECT_EQ(session.agent.find_first_of("\r\n\x1b"), std::string::npos);
  }
}

INSTANTIATE_TEST_SUITE_P(, SessionsKept, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::tests
