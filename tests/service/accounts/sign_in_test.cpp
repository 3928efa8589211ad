#include "service/accounts/sign_in.hpp"

#include "service/accounts/totp.hpp"
#include "tests/service/accounts/a_house.hpp"

#include <thread>

namespace vermilion::tests {
namespace {

using namespace service::accounts;

SignIn seat(const std::string& password = kPassword) {
  return {kOurs, "", "", password, "", {}};
}
SignIn staff_of(const std::string& login, const std::string& totp = "") {
  return {"", "", login, kPassword, totp, {}};
}

Reason reason_of(const Result<Entered>& entered) {
  return entered ? Reason::NotFound : entered.error().reason;
}

class SigningIn : public AccountsOnBoth {};

TEST_P(SigningIn, TakesTheRightPasswordAsTyped) {
  AHouse house(GetParam());
  const auto account = house.registered().account;
  const auto entered = sign_in(house.accounts, seat(), house.visitor());
  ASSERT_TRUE(entered);
  EXPECT_EQ(entered->account, account);
  EXPECT_EQ(house.who(entered->token)->organisation, kOurs);
  auto typed = seat();
  typed.credit_code = " 9136oooo625912173b";
  typed.mobile = kOurMobile;
  EXPECT_TRUE(sign_in(house.accounts, typed, house.visitor()));
}

TEST_P(SigningIn, AnswersUnknownAccountsLikeKnownOnes) {
  AHouse house(GetParam());
  house.registered();
  auto unknown = seat();
  unknown.credit_code = kTheirs;
  auto another_seat = seat();
  another_seat.mobile = kTheirMobile;
  for (const auto& said : {seat("wrong password"), unknown, another_seat, staff_of("nobody")}) {
    EXPECT_EQ(reason_of(sign_in(house.accounts, said, house.visitor("a"))), Reason::SignInFailed);
  }
}

TEST_P(SigningIn, AsksForACaptchaAfterThreeMistakesThenForTime) {
  AHouse house(GetParam());
  house.registered();
  for (const char* code : {kOurs, kTheirs}) {  // the one is there, the other is not
    const auto visitor = house.visitor(code);
    auto said = seat("wrong password");
    said.credit_code = code;
    for (int i = 0; i < 3; ++i) {
      EXPECT_EQ(reason_of(sign_in(house.accounts, said, visitor)), Reason::SignInFailed);
    }
    EXPECT_EQ(reason_of(sign_in(house.accounts, said, visitor)), Reason::CaptchaNeeded);
    for (int i = 3; i < 10; ++i) {
      said.captcha = house.solved(visitor);
      EXPECT_EQ(reason_of(sign_in(house.accounts, said, visitor)), Reason::SignInFailed) << i;
    }
    said.captcha = house.solved(visitor);
    const auto slow = sign_in(house.accounts, said, visitor);
    EXPECT_EQ(reason_of(slow), Reason::TooMany);
    EXPECT_EQ(slow.error().wait, std::chrono::minutes(5));
    house.wait(std::chrono::minutes(120));
  }
}

// A thousand strangers do not keep the owner out of a browser that is known.
TEST_P(SigningIn, OfAKnownBrowserIsNotSlowedDownByStrangers) {
  AHouse house(GetParam());
  house.registered();
  const auto mine = house.visitor("office of 13807010001");
  for (int i = 0; i < 80; ++i) {
    auto said = seat("guess " + std::to_string(i));
    Visitor stranger{"", "198.51.100." + std::to_string(i), "curl"};
    stranger.device = std::to_string(i);
    said.captcha = house.solved(stranger);
    (void)sign_in(house.accounts, said, stranger);
  }
  EXPECT_TRUE(sign_in(house.accounts, seat(), mine));
  Visitor fresh{"fresh", "198.51.100.250", "Firefox"};
  auto said = seat();
  said.captcha = house.solved(fresh);
  EXPECT_EQ(reason_of(sign_in(house.accounts, said, fresh)), Reason::TooMany)
      << "a new browser waits a minute, or resets the password by telephone";
  house.wait(std::chrono::minutes(1));
  said.captcha = house.solved(fresh);
  EXPECT_TRUE(sign_in(house.accounts, said, fresh));
}

TEST_P(SigningIn, WithOnePasswordAtManyAccountsNeedsCaptchasSoon) {
  AHouse house(GetParam());
  const auto visitor = house.visitor();
  int tried = 0;
  for (; tried < 200; ++tried) {
    auto said = staff_of("login-" + std::to_string(tried));
    if (reason_of(sign_in(house.accounts, said, visitor)) != Reason::SignInFailed) break;
  }
  EXPECT_EQ(tried, 20);
}

TEST_P(SigningIn, CountsWhatComesAtOnceExactly) {
  AHouse house(GetParam());
  house.registered();
  std::atomic<int> looked_at = 0;
  std::vector<std::thread> crowd;
  for (int i = 0; i < 12; ++i) {
    crowd.emplace_back([&] {
      const Visitor visitor{"x", "192.0.2.1", "curl"};
      const auto entered = sign_in(house.accounts, seat("wrong password"), visitor);
      looked_at += reason_of(entered) == Reason::SignInFailed ? 1 : 0;
    });
  }
  for (auto& one : crowd) one.join();
  EXPECT_LE(looked_at, 10);
}

TEST_P(SigningIn, OfTheStaffNeedsItsSecondFactorOnceForEachStep) {
  AHouse house(GetParam());
  const auto account = house.a_staff("anna", Role::Reviewer).id;
  const auto first = sign_in(house.accounts, staff_of("anna"), house.visitor());
  ASSERT_TRUE(first);
  EXPECT_TRUE(house.who(first->token)->roles.empty()) << "may only set a second factor up";
  const std::string secret = house.with_second_factor(account);
  EXPECT_EQ(house.who(first->token)->roles, Role::Reviewer);
  house.wait(std::chrono::minutes(2));
  const auto digits = [&] {
    return totp::digits_at(secret, totp::step_at(*house.store.now_ms / 1000));
  };
  EXPECT_EQ(reason_of(sign_in(house.accounts, staff_of("anna"), house.visitor())),
            Reason::SecondFactorNeeded);
  EXPECT_EQ(reason_of(sign_in(house.accounts, staff_of("anna", "abcdef"), house.visitor())),
            Reason::SecondFactorNeeded);
  EXPECT_TRUE(sign_in(house.accounts, staff_of("anna", digits()), house.visitor()));
  EXPECT_EQ(reason_of(sign_in(house.accounts, staff_of("anna", digits()), house.visitor())),
            Reason::SecondFactorNeeded)
      << "replayed";
  house.wait(std::chrono::seconds(30));
  EXPECT_TRUE(sign_in(house.accounts, staff_of("anna", digits()), house.visitor()));
}

TEST_P(SigningIn, OfTheStaffCannotGuessSixDigits) {
  AHouse house(GetParam());
  house.with_second_factor(house.a_staff("anna", Role::Reviewer).id);
  house.wait(std::chrono::minutes(30));
  int tried = 0;
  Reason reason = Reason::SecondFactorNeeded;
  for (; reason == Reason::SecondFactorNeeded && tried < 50; ++tried) {
    reason = reason_of(sign_in(house.accounts, staff_of("anna", "abcdef"), house.visitor()));
  }
  EXPECT_EQ(reason, Reason::TooMany);
  EXPECT_EQ(tried, 11);
}

TEST_P(SigningIn, OfADisabledAccountIsLikeOfNone) {
  AHouse house(GetParam());
  const auto account = house.a_staff("anna", Role::Reviewer).id;
  ASSERT_TRUE(change_staff(house.accounts, account, {.disabled = true}, "test"));
  EXPECT_EQ(reason_of(sign_in(house.accounts, staff_of("anna"), house.visitor())),
            Reason::SignInFailed);
}

TEST_P(SigningIn, TakesThePasswordOverToTodaysCost) {
  AHouse house(GetParam());
  house.registered();
  Accounts dearer(house.store.orders, nullptr, house.accounts.keys, {16384, 2});
  ASSERT_TRUE(sign_in(dearer, seat(), house.visitor()));
  const auto hash =
      house.store.database
          .read([](Transaction& transaction) {
            return std::get<0>(*transaction.row<std::string>("SELECT password FROM accounts"));
          })
          .value();
  EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=16,t=2,p=1$"));
  EXPECT_TRUE(sign_in(house.accounts, seat(), house.visitor()));
}

class ChangingPasswords : public AccountsOnBoth {};

TEST_P(ChangingPasswords, WantsTheOldOneAndEndsTheOtherSessions) {
  AHouse house(GetParam());
  const auto here = house.registered();
  const auto there = sign_in(house.accounts, seat(), house.visitor("phone"));
  const std::string session =
      signed_in_by(house.accounts, {{"Cookie", "__Host-session=" + here.token}})->session;
  const auto change = [&](const std::string& old, const std::string& fresh) {
    return change_password(house.accounts, here.account, session, old, fresh);
  };
  EXPECT_EQ(change("wrong password", "a new long secret").error().mistakes.at(0).pointer, "/old");
  EXPECT_EQ(change(kPassword, "short").error().mistakes.at(0).pointer, "/new");
  ASSERT_TRUE(change(kPassword, "a new long secret"));
  EXPECT_TRUE(house.who(here.token));
  EXPECT_FALSE(house.who(there->token));
  EXPECT_TRUE(sign_in(house.accounts, seat("a new long secret"), house.visitor()));
}

INSTANTIATE_TEST_SUITE_P(, SigningIn, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);
INSTANTIATE_TEST_SUITE_P(, ChangingPasswords, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

}  // namespace
}  // namespace vermilion::tests
