#include "service/accounts/seats.hpp"

#include "service/accounts/registration.hpp"
#include "service/accounts/sign_in.hpp"
#include "tests/service/accounts/a_house.hpp"

namespace vermilion::tests {
namespace {

using namespace service::accounts;
using workflow::organisation::Purpose;

class SeatsKept : public AccountsOnBoth {};

TEST_P(SeatsKept, HaveAPasswordOfTheirOwnByACodeToTheirNumber) {
  AHouse house(GetParam());
  const auto first = house.registered();
  const Asker asker = *house.who(first.token);
  const auto added = add_seat(house.accounts, asker, "李四", kTheirMobile);
  ASSERT_TRUE(added);
  EXPECT_FALSE(added->has_password);
  SignIn said{kOurs, kTheirMobile, "", kPassword, "", {}};
  const auto visitor = house.visitor("colleague");
  EXPECT_FALSE(sign_in(house.accounts, said, visitor)) << "no password yet";
  const auto code = house.fresh_code(Purpose::ResetPassword, kOurs, kTheirMobile, visitor);
  ASSERT_TRUE(
      reset_password(house.accounts, {kOurs, kTheirMobile, code, "his own long secret"}, visitor));
  said.password = "his own long secret";
  const auto entered = sign_in(house.accounts, said, visitor);
  ASSERT_TRUE(entered);
  EXPECT_EQ(entered->account, added->id);
  said.mobile = kOurMobile;
  EXPECT_FALSE(sign_in(house.accounts, said, visitor)) << "not the other seat's";
}

TEST_P(SeatsKept, AreOneForEachNumber) {
  AHouse house(GetParam());
  const Asker asker = *house.who(house.registered().token);
  EXPECT_EQ(add_seat(house.accounts, asker, "李四", kOurMobile).error().mistakes.at(0).pointer,
            "/mobile");
  EXPECT_EQ(add_seat(house.accounts, asker, "", kTheirMobile).error().mistakes.at(0).pointer,
            "/person");
}

TEST_P(SeatsKept, AreRemovedAndSignedOutWhileWhoRemovedThemStays) {
  AHouse house(GetParam());
  const auto first = house.registered();
  const auto signed_in =
      signed_in_by(house.accounts, {{"Cookie", "__Host-session=" + first.token}});
  const auto added = add_seat(house.accounts, signed_in->asker, "李四", kTheirMobile);
  const std::string token = house.signed_in(added->id);
  ASSERT_TRUE(house.who(token));
  ASSERT_TRUE(remove_seat(house.accounts, signed_in->asker, signed_in->session, added->id));
  EXPECT_FALSE(house.who(token));
  house.work();
  EXPECT_TRUE(house.who(first.token));
  EXPECT_FALSE(house.who(house.signed_in(added->id))) << "disabled for good";
  EXPECT_EQ(remove_seat(house.accounts, signed_in->asker, signed_in->session, first.account)
                .error()
                .refusal.code,
            workflow::RefusalCode::LastSeat);
}

TEST_P(SeatsKept, OfOthersAreNotThere) {
  AHouse house(GetParam());
  const Asker ours = *house.who(house.registered().token);
  const auto theirs = house.registered(kTheirs, kTheirMobile);
  for (const std::string& seat : {theirs.account, std::string("nobody")}) {
    EXPECT_EQ(remove_seat(house.accounts, ours, "", seat).error().reason, Reason::NotFound);
  }
  EXPECT_EQ(seats_of(house.accounts, kOurs)->size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(, SeatsKept, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::tests
