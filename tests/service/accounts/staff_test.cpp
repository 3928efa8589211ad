#include "service/accounts/staff.hpp"

#include "service/store/ledger/ledger.hpp"
#include "service/store/ledger/verify.hpp"
#include "tests/service/accounts/a_house.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using namespace service::accounts;

class StaffAccounts : public AccountsOnBoth {};

TEST_P(StaffAccounts, AreMadeOnceByTheirLogin) {
  AHouse house(GetParam());
  house.a_staff("anna", Role::Admin);
  const auto again = make_staff(house.accounts, {"anna", "乙", Role::Reviewer, kPassword}, "t");
  EXPECT_EQ(again.error().mistakes.at(0).pointer, "/login");
  for (const auto* login : {"", "an", "Anna", "an na", "安娜", "seat:1"}) {
    EXPECT_FALSE(make_staff(house.accounts, {login, "乙", Role::Reviewer, kPassword}, "t"))
        << login;
  }
  EXPECT_EQ(staff(house.accounts)->size(), 1u);
}

TEST_P(StaffAccounts, LoseTheirRolesAndSessionsAtOnce) {
  AHouse house(GetParam());
  house.a_staff("root", Role::Admin);
  const auto account = house.a_staff("anna", Role::Reviewer).id;
  house.with_second_factor(account);
  const std::string token = house.signed_in(account);
  EXPECT_EQ(house.who(token)->roles, Role::Reviewer);
  ASSERT_TRUE(change_staff(house.accounts, account, {.roles = Role::Auditor}, "root"));
  EXPECT_EQ(house.who(token)->roles, Role::Auditor);
  EXPECT_FALSE(change_staff(house.accounts, account, {.roles = Role::Auditor | Role::Admin}, "r"));
  ASSERT_TRUE(change_staff(house.accounts, account, {.disabled = true}, "root"));
  EXPECT_FALSE(house.who(token));
}

TEST_P(StaffAccounts, KeepTheirLastAdministrator) {
  AHouse house(GetParam());
  const auto root = house.a_staff("root", Role::Admin).id;
  EXPECT_EQ(change_staff(house.accounts, root, {.disabled = true}, "root").error().reason,
            Reason::LastAdmin);
  EXPECT_EQ(change_staff(house.accounts, root, {.roles = Role::Auditor}, "root").error().reason,
            Reason::LastAdmin);
  house.a_staff("second", Role::Admin);
  EXPECT_TRUE(change_staff(house.accounts, root, {.disabled = true}, "root"));
}

TEST_P(StaffAccounts, AreSignedOutByEveryReset) {
  AHouse house(GetParam());
  const auto account = house.a_staff("anna", Role::Reviewer).id;
  house.with_second_factor(account);
  const auto signed_out = [&](auto change) {
    const std::string token = house.signed_in(account);
    EXPECT_TRUE(house.who(token));
    EXPECT_TRUE(change());
    return !house.who(token).has_value();
  };
  EXPECT_TRUE(signed_out([&] { return sign_out_everywhere(house.accounts, account, "root"); }));
  EXPECT_TRUE(signed_out(
      [&] { return set_staff_password(house.accounts, account, "a new long secret", "root"); }));
  EXPECT_TRUE(signed_out([&] { return reset_second_factor(house.accounts, account, "root"); }));
  EXPECT_TRUE(house.who(house.signed_in(account))->roles.empty());
}

TEST_P(StaffAccounts, AreNoSeats) {
  AHouse house(GetParam());
  const auto seat = house.registered().account;
  EXPECT_EQ(change_staff(house.accounts, seat, {.disabled = true}, "root").error().reason,
            Reason::NotFound);
  EXPECT_EQ(sign_out_everywhere(house.accounts, seat, "root").error().reason, Reason::NotFound);
  EXPECT_TRUE(staff(house.accounts)->empty());
}

TEST_P(StaffAccounts, ChangeInTheLedgerWithWhoDidIt) {
  AHouse house(GetParam());
  const auto account = house.a_staff("anna", Role::Reviewer).id;
  ASSERT_TRUE(change_staff(house.accounts, account, {.disabled = true}, "root"));
  const auto entries = house.store.database
                           .read([](Transaction& transaction) {
                             return service::store::ledger::stream(transaction, "accounts");
                           })
                           .value();
  ASSERT_EQ(entries.size(), 2u);
  EXPECT_EQ(entries[0].kind, "staff_made");
  EXPECT_THAT(entries[1].body, testing::HasSubstr(R"("disabled":true,"by":"root")"));
  EXPECT_THAT(entries[0].body, testing::Not(testing::HasSubstr("argon2id")));
  EXPECT_TRUE(house.store.orders.differences()->empty());
}

INSTANTIATE_TEST_SUITE_P(, StaffAccounts, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::tests
