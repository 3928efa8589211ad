#include "service/accounts/effects.hpp"

#include "service/accounts/codes.hpp"
#include "service/accounts/registration.hpp"
#include "tests/service/accounts/a_house.hpp"

namespace vermilion::tests {
namespace {

using namespace service::accounts;
namespace org = workflow::organisation;
using org::Purpose;
using Kind = service::effects::Failure::Kind;

org::Effect code_effect(const std::string& digest) {
  return {
      org::EffectKind::SendCode,
      "send_code/1",
      {{"to", kOurMobile}, {"purpose", "register"}, {"digest", digest}, {"organisation", kOurs}}};
}

struct WithACode : public testing::Test {
  WithACode() {
    const auto visitor = house.visitor();
    EXPECT_TRUE(send_code(house.accounts,
                          {Purpose::Register, kOurs, kOurMobile, house.solved(visitor)}, visitor));
    digest = house.organisation().code->digest;
  }
  AHouse house;
  std::string digest;
};

TEST_F(WithACode, IsSentByTheTemplateThatIsApproved) {
  ASSERT_TRUE(house.world.account(code_effect(digest), false));
  ASSERT_EQ(house.texts.size(), 1u);
  EXPECT_EQ(house.texts[0].blanks.at(0).name, "code");
  EXPECT_EQ(house.texts[0].blanks.at(0).text,
            code_of(house.accounts.keys, {kOurs, Purpose::Register, kOurMobile}, digest));
}

TEST_F(WithACode, IsSentAtMostOnceAndNeverLate) {
  EXPECT_TRUE(house.world.account(code_effect(digest), /*uncertain=*/true));
  house.wait(org::kCodeLife);
  EXPECT_TRUE(house.world.account(code_effect(digest), false));
  EXPECT_TRUE(house.texts.empty());
}

TEST_F(WithACode, IsNotSentWhenAnotherCountsByNow) {
  const auto visitor = house.visitor();
  house.wait(std::chrono::minutes(2));
  ASSERT_TRUE(send_code(house.accounts,
                        {Purpose::Register, kOurs, kOurMobile, house.solved(visitor)}, visitor));
  EXPECT_TRUE(house.world.account(code_effect(digest), false));
  EXPECT_TRUE(house.texts.empty());
}

TEST_F(WithACode, FailsAsTheVendorDid) {
  using service::sms::Failure;
  const auto kind_after = [&](Failure::Kind kind) {
    house.world.texting.send = [kind](const auto&) -> service::sms::Sent {
      return tl::unexpected(Failure{kind, "code"});
    };
    return house.world.account(code_effect(digest), false).error().kind;
  };
  EXPECT_EQ(kind_after(Failure::Kind::Refused), Kind::Never);
  EXPECT_EQ(kind_after(Failure::Kind::Later), Kind::Later);
  EXPECT_EQ(kind_after(Failure::Kind::Unknown), Kind::Unknown);
  house.world.texting.templates.clear();
  EXPECT_EQ(house.world.account(code_effect(digest), false).error().kind, Kind::Never);
}

TEST(AccountEffects, EndSessionsThatBeganBeforeThem) {
  AHouse house;
  const auto entered = house.registered();
  const auto version = house.organisation().version;
  const auto end = [&](std::uint64_t event) {
    return house.world
        .account({org::EffectKind::EndSessions,
                  "end_sessions/" + std::string(kOurs) + "/" + std::to_string(event),
                  {{"organisation", kOurs}}},
                 false)
        .has_value();
  };
  EXPECT_TRUE(end(version));
  EXPECT_TRUE(house.who(entered.token));
  EXPECT_TRUE(end(version + 1));
  EXPECT_FALSE(house.who(entered.token));
}

TEST(AccountEffects, TellAlarmsToWhoeverListens) {
  AHouse house;
  int heard = 0;
  const auto carry = account_effects(house.accounts, house.world, [&](const auto&) { ++heard; });
  EXPECT_TRUE(carry({org::EffectKind::RaiseAlarm, "alarm", {}}, false));
  EXPECT_EQ(heard, 1);
}

}  // namespace
}  // namespace vermilion::tests
