#include "service/accounts/organisations.hpp"

#include "tests/service/accounts/a_house.hpp"

namespace vermilion::tests {
namespace {

using namespace service::accounts;
using workflow::RefusalCode;

const Asker kFirst{"op-1", Role::Operator, ""};
const Asker kSecond{"op-2", Role::Operator, ""};
const workflow::organisation::AskRename kRename{"鹰潭市样例（有限）公司", "鹰潭市样例(有限)公司",
                                                "执照为半角", std::string(64, 'a')};

class Renames : public AccountsOnBoth {};

TEST_P(Renames, TakeTwoPersonsWhoWereShownTheSame) {
  AHouse house(GetParam());
  const auto seat = *house.who(house.registered().token);
  const auto asked = ask_rename(house.accounts, kFirst, kOurs, kRename);
  ASSERT_TRUE(asked);
  EXPECT_TRUE(asked->differs_only_in_width);
  EXPECT_EQ(rename_question(house.accounts, kOurs)->digest, asked->digest);
  EXPECT_EQ(confirm_rename(house.accounts, kFirst, kOurs, asked->digest).error().refusal.code,
            RefusalCode::SecondPersonIsFirst);
  EXPECT_EQ(
      confirm_rename(house.accounts, kSecond, kOurs, std::string(64, 'b')).error().refusal.code,
      RefusalCode::ShownSomethingElse);
  ASSERT_TRUE(confirm_rename(house.accounts, kSecond, kOurs, asked->digest));
  EXPECT_EQ(house.organisation().name, kRename.right);
  EXPECT_FALSE(house.organisation().name_is_confirmed);
  ASSERT_TRUE(confirm_name(house.accounts, seat));
  EXPECT_TRUE(house.organisation().name_is_confirmed);
}

TEST_P(Renames, AreWithdrawn) {
  AHouse house(GetParam());
  house.registered();
  ASSERT_TRUE(ask_rename(house.accounts, kFirst, kOurs, kRename));
  ASSERT_TRUE(withdraw_rename(house.accounts, kFirst, kOurs));
  EXPECT_EQ(rename_question(house.accounts, kOurs).error().reason, Reason::NotFound);
}

TEST_P(Renames, OfNobodyAreNotThere) {
  AHouse house(GetParam());
  EXPECT_EQ(ask_rename(house.accounts, kFirst, kTheirs, kRename).error().reason, Reason::NotFound);
  EXPECT_EQ(organisation_named(house.accounts, kTheirs).error().reason, Reason::NotFound);
  EXPECT_EQ(organisation_named(house.accounts, "no code").error().reason, Reason::NotFound);
}

INSTANTIATE_TEST_SUITE_P(, Renames, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::tests
