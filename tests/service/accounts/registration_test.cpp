#include "service/accounts/registration.hpp"

#include "service/accounts/sign_in.hpp"
#include "service/store/ledger/ledger.hpp"
#include "tests/service/accounts/a_house.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using namespace service::accounts;
using workflow::RefusalCode;
using workflow::organisation::Purpose;

class Registering : public AccountsOnBoth {};

TEST_P(Registering, MakesAnAccountThatIsSignedIn) {
  AHouse house(GetParam());
  const auto entered = house.registered();
  const auto organisation = house.organisation();
  EXPECT_EQ(organisation.state, workflow::organisation::State::Registered);
  EXPECT_EQ(organisation.name, "鹰潭市样例（有限）公司") << "brackets as on the licence";
  EXPECT_EQ(organisation.seats.at(entered.account).person, "张三");
  const auto asker = house.who(entered.token);
  ASSERT_TRUE(asker);
  EXPECT_EQ(asker->id, entered.account);
  EXPECT_EQ(asker->organisation, kOurs);
  EXPECT_EQ(asker->roles, Role::Applicant);
}

// No code and no password stands in anything that is kept.
TEST_P(Registering, LeavesNoCodeInWhatIsKept) {
  AHouse house(GetParam());
  house.registered();
  const std::string code = house.code_to(kOurMobile);
  ASSERT_EQ(code.size(), 6u);
  const auto bodies = house.store.database
                          .read([](Transaction& transaction) {
                            return transaction.rows<std::string>(
                                "SELECT body FROM ledger UNION ALL SELECT effect FROM jobs");
                          })
                          .value();
  for (const auto& [body] : bodies) {
    EXPECT_EQ(body.find('"' + code + '"'), std::string::npos) << body;
    EXPECT_EQ(body.find(kPassword), std::string::npos) << body;
  }
  EXPECT_GE(bodies.size(), 4u);
}

TEST_P(Registering, AnswersWhatIsRegisteredWithAdviceThatNamesNobody) {
  AHouse house(GetParam());
  house.registered();
  const auto visitor = house.visitor("stranger");
  const auto sent = send_code(
      house.accounts, {Purpose::Register, kOurs, kTheirMobile, house.solved(visitor)}, visitor);
  ASSERT_FALSE(sent);
  EXPECT_EQ(sent.error().refusal.code, RefusalCode::UserExists);
  EXPECT_EQ(sent.error().refusal.words.at("masked"), "138****0001");
  const auto advice = advice_about(house.accounts, kOurs);
  ASSERT_TRUE(advice);
  EXPECT_EQ(advice->size(), 10u);
  for (const auto& text : *advice) {
    EXPECT_EQ(text.zh.find(kOurMobile), std::string::npos);
    EXPECT_EQ(text.zh.find("张三"), std::string::npos);
  }
}

TEST_P(Registering, CountsWrongCodesAndEndsAtFive) {
  AHouse house(GetParam());
  const auto visitor = house.visitor();
  const std::string code = house.fresh_code(Purpose::Register, kOurs, kOurMobile, visitor);
  Registration said{kOurs, "鹰潭市样例有限公司", "张三", kOurMobile, "abcdef", kPassword, ""};
  for (unsigned left = 5; left-- > 0;) {
    const auto wrong = register_organisation(house.accounts, said, visitor);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().reason, Reason::CodeWrong);
    EXPECT_EQ(wrong.error().left, left);
  }
  said.code = code;
  EXPECT_EQ(register_organisation(house.accounts, said, visitor).error().refusal.code,
            RefusalCode::CodeUsedUp);
}

TEST_P(Registering, WantsACaptchaForEachCode) {
  AHouse house(GetParam());
  const auto visitor = house.visitor();
  const auto solved = house.solved(visitor);
  const auto ask = [&](const CaptchaAnswer& captcha) {
    return send_code(house.accounts, {Purpose::Register, kOurs, kOurMobile, captcha}, visitor);
  };
  EXPECT_EQ(ask({solved.id, "0"}).error().refusal.code, RefusalCode::CaptchaFailed);
  EXPECT_EQ(ask(solved).error().refusal.code, RefusalCode::CaptchaFailed) << "it was used up";
  EXPECT_TRUE(ask(house.solved(visitor)));
  EXPECT_EQ(ask(house.solved(visitor)).error().reason, Reason::TooMany);
  EXPECT_EQ(house.texts.size(), 0u) << "sent by the runner, after the commit";
  house.work();
  EXPECT_EQ(house.texts.size(), 1u);
}

// Many organisations' names do not make a stranger's telephone ring more often.
TEST_P(Registering, SendsOneNumberTenCodesADayWhoeverAsks) {
  AHouse house(GetParam());
  const auto visitor = house.visitor();
  const char* codes[] = {kOurs, kTheirs};
  int sent = 0;
  for (int i = 0; i < 14; ++i) {
    const auto asked =
        send_code(house.accounts,
                  {Purpose::Register, codes[i % 2], kOurMobile, house.solved(visitor)}, visitor);
    sent += asked ? 1 : 0;
    house.wait(std::chrono::minutes(2));
  }
  EXPECT_EQ(sent, 10);
}

TEST_P(Registering, ComplainsAboutEachMember) {
  AHouse house(GetParam());
  const Registration good{kOurs, "甲", "张三", kOurMobile, "000000", kPassword, ""};
  const auto pointer = [&](auto change) {
    Registration said = good;
    change(said);
    const auto no = register_organisation(house.accounts, said, house.visitor());
    return no || no.error().mistakes.empty() ? std::string() : no.error().mistakes[0].pointer;
  };
  EXPECT_EQ(pointer([](auto& s) { s.credit_code = "91360000625912173C"; }), "/credit_code");
  EXPECT_EQ(pointer([](auto& s) { s.name = "　"; }), "/name");
  EXPECT_EQ(pointer([](auto& s) { s.person = "张\n三"; }), "/person");
  EXPECT_EQ(pointer([](auto& s) { s.mobile = "0701-623456"; }), "/mobile");
  EXPECT_EQ(pointer([](auto& s) { s.password = "12345678"; }), "/password");
}

TEST_P(Registering, SupersedesTheWrongCodeOnlyOfTheSameTelephone) {
  AHouse house(GetParam());
  house.registered(kOurs, kOurMobile);
  const auto visitor = house.visitor();
  const auto again = [&](const std::string& mobile) {
    const std::string code = house.fresh_code(Purpose::Register, kTheirs, mobile, visitor);
    return register_organisation(
        house.accounts, {kTheirs, "乙有限公司", "张三", mobile, code, kPassword, kOurs}, visitor);
  };
  const auto stranger = again(kTheirMobile);
  ASSERT_FALSE(stranger);
  EXPECT_EQ(stranger.error().mistakes.at(0).pointer, "/replaces");
  house.wait(std::chrono::minutes(10));
  EXPECT_TRUE(again(kOurMobile));
  house.work();
}

class Resetting : public AccountsOnBoth {};

TEST_P(Resetting, SetsAPasswordAndEndsEverySessionButThoseAfterIt) {
  AHouse house(GetParam());
  const auto before = house.registered();
  house.wait(std::chrono::minutes(10));
  const auto visitor = house.visitor();
  const std::string code = house.fresh_code(Purpose::ResetPassword, kOurs, kOurMobile, visitor);
  ASSERT_TRUE(
      reset_password(house.accounts, {kOurs, kOurMobile, code, "another long secret"}, visitor));
  EXPECT_FALSE(house.who(before.token));
  SignIn said{kOurs, "", "", kPassword, "", {}};
  EXPECT_FALSE(sign_in(house.accounts, said, visitor));
  said.password = "another long secret";
  const auto after = sign_in(house.accounts, said, visitor);
  ASSERT_TRUE(after);
  house.work();
  EXPECT_TRUE(house.who(after->token)) << "began after what ended the others";
  EXPECT_FALSE(
      reset_password(house.accounts, {kOurs, kOurMobile, code, "a third long secret"}, visitor))
      << "a code serves once";
}

// Whether the number is right, the organisation there or the code sent: one answer.
TEST_P(Resetting, TellsStrangersNothing) {
  AHouse house(GetParam());
  house.registered();
  house.wait(std::chrono::minutes(10));
  const auto visitor = house.visitor("stranger");
  for (const auto& [code, mobile] : {std::pair{kOurs, kTheirMobile}, {kTheirs, kOurMobile}}) {
    const auto sent = send_code(
        house.accounts, {Purpose::ResetPassword, code, mobile, house.solved(visitor)}, visitor);
    ASSERT_TRUE(sent);
    EXPECT_EQ(*sent, workflow::organisation::kCodeInterval);
  }
  const std::size_t sent_before = house.texts.size();
  house.work();
  EXPECT_EQ(house.texts.size(), sent_before);
  for (const auto& [code, mobile] :
       {std::pair{kOurs, kTheirMobile}, {kTheirs, kOurMobile}, {kOurs, kOurMobile}}) {
    const auto no = reset_password(house.accounts, {code, mobile, "000000", kPassword}, visitor);
    ASSERT_FALSE(no);
    EXPECT_EQ(no.error().reason, Reason::CodeWrong);
    EXPECT_EQ(no.error().left, 0u);
  }
}

INSTANTIATE_TEST_SUITE_P(, Registering, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);
INSTANTIATE_TEST_SUITE_P(, Resetting, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

TEST(NameAsLicensed, HasFullWidthBracketsInChineseAlone) {
  EXPECT_EQ(name_as_licensed(" 样例(鹰潭)有限公司　"), "样例（鹰潭）有限公司");
  EXPECT_EQ(name_as_licensed("Example (China) Ltd"), "Example (China) Ltd");
}

}  // namespace
}  // namespace vermilion::tests
