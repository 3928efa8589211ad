#include "workflow/organisation/apply.hpp"

#include "tests/workflow/organisation/account.hpp"
#include "workflow/digest.hpp"
#include "workflow/messages.hpp"

#include <gmock/gmock.h>

// The account of an organisation, requirement by requirement.
namespace vermilion::tests {
namespace {

using namespace workflow;
using namespace workflow::organisation;
using testing::Eq;
using testing::HasSubstr;
using Code = RefusalCode;

const auto kTaken = std::nullopt;

// 1.2, 4.2: three things and a code by SMS.
TEST(Registration, NeedsACodeOfThatNumber) {
  Account account = unregistered();
  const Register form{kCreditCode, "鹰潭市样例有限公司", "seat1", "张三", kMobile};
  EXPECT_EQ(account.say(Role::Applicant, form), Code::NoCode);
  EXPECT_EQ(account.say(Role::Applicant, SendCode{Purpose::Register, kMobile, "d", true}), kTaken);
  EXPECT_TRUE(account.asked_for(organisation::EffectKind::SendCode));
  EXPECT_EQ(account.say(Role::Applicant, form), Code::NoCode) << "sent, but not entered";
  EXPECT_EQ(account.say(Role::Applicant, EnterCode{Purpose::Register, kMobile, "d"}), kTaken);
  Register other = form;
  other.mobile = "13807019999";
  EXPECT_EQ(account.say(Role::Applicant, other), Code::NoCode) << "another number";
  EXPECT_EQ(account.say(Role::Applicant, form), kTaken);
  EXPECT_EQ(account.organisation.state, State::Registered);
}

struct WrongForm {
  const char* credit_code;
  const char* name;
  const char* mobile;
  Code refusal;
};

class RegistrationForm : public testing::TestWithParam<WrongForm> {};

// 1.2-1.4
TEST_P(RegistrationForm, IsRefused) {
  Account account = unregistered();
  account.say(Role::Applicant, SendCode{Purpose::Register, kMobile, "d", true});
  account.say(Role::Applicant, EnterCode{Purpose::Register, kMobile, "d"});
  const WrongForm& form = GetParam();
  EXPECT_EQ(
      account.say(Role::Applicant, Register{form.credit_code, form.name, "s", "张三", form.mobile}),
      form.refusal);
}

INSTANTIATE_TEST_SUITE_P(
    , RegistrationForm,
    testing::Values(WrongForm{"91360600ma35dem06m", "甲", kMobile, Code::CreditCode},
                    WrongForm{"9136060OMA35DEM06M", "甲", kMobile, Code::CreditCode},
                    WrongForm{"91360600MA35DEM06", "甲", kMobile, Code::CreditCode},
                    WrongForm{kCreditCode, "", kMobile, Code::NameMissing},
                    WrongForm{kCreditCode, "甲", "0791-86666666", Code::MobileNumber},
                    WrongForm{kCreditCode, "甲", "12807010001", Code::MobileNumber}));

// 1.1, 1.16, 1.17: one account per organisation; the answer tells the day and the masked number.
TEST(Registration, ASecondTimeIsAnsweredWithoutTheOthersData) {
  Account account = registered();
  EXPECT_EQ(account.say(Role::Applicant, Register{kCreditCode, "乙", "s", "李四", "13907010002"}),
            Code::NoCode);
  EXPECT_EQ(account.say(Role::Applicant, SendCode{Purpose::Register, "13907010002", "d", false}),
            Code::CaptchaFailed)
      << "a program could ask for every organisation there is";
  EXPECT_EQ(account.say(Role::Applicant, SendCode{Purpose::Register, "13907010002", "d", true}),
            Code::UserExists);
  const std::string text = text_of(account.last_refusal, Language::Chinese);
  EXPECT_THAT(text, HasSubstr("2026-03-09"));
  EXPECT_THAT(text, HasSubstr("138****0001"));
  EXPECT_THAT(text, testing::Not(HasSubstr(kMobile)));
  EXPECT_THAT(text, testing::Not(HasSubstr("张三")));
}

// 1.6: the right code is a new account; the wrong one is void with its orders.
TEST(Registration, WithTheRightCodeSupersedesTheWrongOne) {
  Account right = unregistered();
  right.say(Role::Applicant, SendCode{Purpose::Register, kMobile, "d", true});
  right.say(Role::Applicant, EnterCode{Purpose::Register, kMobile, "d"});
  right.say(Role::Applicant,
            Register{"91360600MA35DEM22B", "甲", "s", "张三", kMobile, kCreditCode});
  ASSERT_TRUE(right.asked_for(organisation::EffectKind::SupersedeAccount));
  EXPECT_EQ(right.effects.back().words.at("wrong"), kCreditCode);

  Account wrong = registered();
  EXPECT_EQ(wrong.say(Role::System, Supersede{"91360600MA35DEM22B"}), kTaken);
  EXPECT_TRUE(wrong.asked_for(organisation::EffectKind::VoidOrders));
  EXPECT_EQ(wrong.say(Role::Applicant, AddSeat{"s2", "李四", kMobile}), Code::Superseded);
  const std::size_t events = wrong.log.size();
  EXPECT_EQ(wrong.say(Role::System, Supersede{"91360600MA35DEM22B"}), kTaken);
  EXPECT_EQ(wrong.log.size(), events) << "a second time does nothing";
}

// 2.11
TEST(Codes, WaitForTheCaptcha) {
  Account account = unregistered();
  EXPECT_EQ(account.say(Role::Applicant, SendCode{Purpose::Register, kMobile, "d", false}),
            Code::CaptchaFailed);
  EXPECT_TRUE(account.effects.empty());
}

TEST(Codes, GoToANumberOnceAMinuteAndTenTimesADay) {
  Account account = unregistered();
  const SendCode send{Purpose::Register, kMobile, "d", true};
  for (unsigned i = 0; i < kCodesPerDay; ++i) {
    EXPECT_EQ(account.say(Role::Applicant, send), kTaken) << i;
    EXPECT_EQ(account.say(Role::Applicant, send), Code::CodeTooSoon);
    EXPECT_EQ(account.last_refusal.words.at("seconds"), "60");
    account.now += kCodeInterval;
  }
  EXPECT_EQ(account.say(Role::Applicant, send), Code::CodeTooOften);
  account.now += std::chrono::hours(24);
  EXPECT_EQ(account.say(Role::Applicant, send), kTaken);
}

TEST(Codes, CountWrongOnesAndEndAfterFive) {
  Account account = unregistered();
  account.say(Role::Applicant, SendCode{Purpose::Register, kMobile, "right", true});
  for (unsigned i = 0; i < kCodeTries; ++i) {
    EXPECT_EQ(account.say(Role::Applicant, EnterCode{Purpose::Register, kMobile, "wrong"}), kTaken);
    EXPECT_EQ(account.last_event(), organisation::EventKind::CodeMistyped);
  }
  EXPECT_EQ(account.say(Role::Applicant, EnterCode{Purpose::Register, kMobile, "right"}),
            Code::CodeUsedUp);
}

TEST(Codes, ExpireAfterFiveMinutes) {
  Account account = unregistered();
  account.say(Role::Applicant, SendCode{Purpose::Register, kMobile, "d", true});
  account.now += kCodeLife;
  EXPECT_EQ(account.say(Role::Applicant, EnterCode{Purpose::Register, kMobile, "d"}),
            Code::CodeExpired);
}

TEST(Codes, AreForOnePurpose) {
  Account account = registered();
  account.say(Role::Applicant, SendCode{Purpose::ResetPassword, kMobile, "d", true});
  EXPECT_EQ(account.say(Role::Applicant, EnterCode{Purpose::ChangePhone, kMobile, "d"}),
            Code::NoCode);
}

// 1.19: by a code to the registered number, and to no other.
TEST(Password, IsResetByACodeToTheRegisteredNumber) {
  Account account = registered();
  EXPECT_EQ(
      account.say(Role::Applicant, SendCode{Purpose::ResetPassword, "13907010002", "d", true}),
      Code::NoCode);
  EXPECT_EQ(account.say(Role::Applicant, ResetPassword{}), Code::NoCode);
  account.say(Role::Applicant, SendCode{Purpose::ResetPassword, kMobile, "d", true});
  account.say(Role::Applicant, EnterCode{Purpose::ResetPassword, kMobile, "d"});
  EXPECT_EQ(account.say(Role::Applicant, ResetPassword{}), kTaken);
  EXPECT_TRUE(account.asked_for(organisation::EffectKind::EndSessions));
  EXPECT_EQ(account.say(Role::Applicant, ResetPassword{}), Code::NoCode) << "a code serves once";
}

TEST(Password, OfASeatIsResetByACodeToItsOwnNumber) {
  Account account = registered();
  account.say(Role::Applicant, AddSeat{"seat2", "李四", "13907010002"});
  account.say(Role::Applicant, SendCode{Purpose::ResetPassword, "13907010002", "d", true});
  account.say(Role::Applicant, EnterCode{Purpose::ResetPassword, "13907010002", "d"});
  EXPECT_EQ(account.say(Role::Applicant, ResetPassword{}), Code::NoCode) << "not the account's";
  EXPECT_EQ(account.say(Role::Applicant, ResetPassword{"13907010002"}), kTaken);
}

// 1.18: a seat of one's own instead of a shared password.
TEST(Seats, AreAddedAndRemovedButNotTheLast) {
  Account account = registered();
  EXPECT_EQ(account.say(Role::Applicant, RemoveSeat{"seat1"}), Code::LastSeat);
  EXPECT_EQ(account.say(Role::Applicant, AddSeat{"seat2", "李四", "13907010002"}), kTaken);
  EXPECT_EQ(account.say(Role::Applicant, RemoveSeat{"seat9"}), Code::SeatUnknown);
  EXPECT_EQ(account.say(Role::Applicant, RemoveSeat{"seat1"}), kTaken);
  EXPECT_EQ(account.organisation.seats.size(), 1U);
}

Account with_confirmed_new_number() {
  Account account = registered();
  account.say(Role::Applicant, SendCode{Purpose::ChangePhone, "13907010002", "d", true});
  account.say(Role::Applicant, EnterCode{Purpose::ChangePhone, "13907010002", "d"});
  return account;
}

// 1.20, 1.22, 5.2
TEST(PhoneChange, IsAskedWithMaterialAndDecidedByStaff) {
  Account account = with_confirmed_new_number();
  EXPECT_EQ(account.say(Role::Service, ApprovePhoneChange{}), Code::NoPhoneChange);
  EXPECT_EQ(account.say(Role::Applicant, AskPhoneChange{"13907010002", "", "离职"}),
            Code::MaterialMissing);
  EXPECT_EQ(account.say(Role::Applicant, AskPhoneChange{kMobile, "m", "离职"}), Code::SamePhone);
  EXPECT_EQ(account.say(Role::Applicant, AskPhoneChange{"13907010003", "m", "离职"}), Code::NoCode);
  EXPECT_EQ(account.say(Role::Applicant, AskPhoneChange{"13907010002", "m", "离职"}), kTaken);
  EXPECT_EQ(account.say(Role::Applicant, ApprovePhoneChange{}), Code::NotYourPart);
  EXPECT_EQ(account.say(Role::Reviewer, ApprovePhoneChange{}), kTaken);
  EXPECT_EQ(account.organisation.mobile, "13907010002");
  EXPECT_EQ(account.organisation.seats.at("seat1").mobile, "13907010002");
  EXPECT_TRUE(account.asked_for(organisation::EffectKind::NotifyPhones));
  EXPECT_TRUE(account.asked_for(organisation::EffectKind::EndSessions));
}

TEST(PhoneChange, IsRefusedWithAReason) {
  Account account = with_confirmed_new_number();
  account.say(Role::Applicant, AskPhoneChange{"13907010002", "m", "离职"});
  EXPECT_EQ(account.say(Role::Service, RefusePhoneChange{""}), Code::ReasonMissing);
  EXPECT_EQ(account.say(Role::Service, RefusePhoneChange{"公章不清"}), kTaken);
  EXPECT_EQ(account.organisation.mobile, kMobile);
}

const AskRename kRename{"鹰潭市样例(有限)公司", "鹰潭市样例（有限）公司", "括号应为全角",
                        "licence"};

std::string shown(const Account& account) {
  return sha256_of(rename_subject(account.organisation, *account.organisation.rename));
}

// 1.10-1.13, 2.12, 3.2, 4.3: by the back office, with both names, by two persons; then everything
// is done anew.
TEST(Rename, TakesTwoPersonsAndVoidsOpenOrders) {
  Account account = registered();
  EXPECT_EQ(account.say(Role::Applicant, kRename), Code::NotYourPart);
  EXPECT_EQ(account.say(Role::Service, kRename, "1"), kTaken);
  EXPECT_EQ(account.say(Role::Service, ConfirmRename{shown(account)}, "1"),
            Code::SecondPersonIsFirst);
  EXPECT_EQ(account.say(Role::Service, ConfirmRename{"another"}, "2"), Code::ShownSomethingElse);
  EXPECT_EQ(account.say(Role::Service, ConfirmRename{shown(account)}, "2"), kTaken);
  EXPECT_EQ(account.organisation.name, "鹰潭市样例（有限）公司");
  EXPECT_THAT(account.organisation.former_names, testing::ElementsAre("鹰潭市样例(有限)公司"));
  ASSERT_TRUE(account.asked_for(organisation::EffectKind::VoidOrders));
  EXPECT_EQ(account.effects.back().words.at("reason"), "wrong_name");
  EXPECT_FALSE(account.organisation.name_is_confirmed);
  EXPECT_EQ(account.say(Role::Applicant, ConfirmName{}), kTaken);
  EXPECT_TRUE(account.organisation.name_is_confirmed);
}

TEST(Rename, NeedsBothNamesAReasonAndEvidence) {
  Account account = registered();
  AskRename rename = kRename;
  rename.wrong = "别的公司";
  EXPECT_EQ(account.say(Role::Service, rename), Code::NameIsNotThat);
  rename = kRename;
  rename.right = rename.wrong;
  EXPECT_EQ(account.say(Role::Service, rename), Code::SameName);
  rename = kRename;
  rename.reason.clear();
  EXPECT_EQ(account.say(Role::Service, rename), Code::ReasonMissing);
  rename = kRename;
  rename.evidence_sha256.clear();
  EXPECT_EQ(account.say(Role::Service, rename), Code::MaterialMissing);
}

TEST(Rename, IsWithdrawnOrAskedAnew) {
  Account account = registered();
  account.say(Role::Service, kRename, "1");
  const std::string before = shown(account);
  AskRename other = kRename;
  other.right = "鹰潭市另一公司";
  account.say(Role::Service, other, "1");
  EXPECT_EQ(account.say(Role::Service, ConfirmRename{before}, "2"), Code::ShownSomethingElse)
      << "what the second person saw was asked before";
  EXPECT_EQ(account.say(Role::Service, WithdrawRename{}), kTaken);
  EXPECT_EQ(account.say(Role::Service, ConfirmRename{before}, "2"), Code::NobodyAsked);
}

const std::string kProject = "yingtan_sunshine";

// 2.4, 5.19
TEST(MainKeys, AreReservedForOneOrder) {
  Account account = registered();
  EXPECT_EQ(account.say(Role::System, ReserveMainKey{kProject, "O1"}), kTaken);
  EXPECT_EQ(account.say(Role::System, ReserveMainKey{kProject, "O2"}), Code::MainKeyReserved);
  EXPECT_EQ(account.say(Role::System, ReserveMainKey{"another", "O2"}), kTaken);
  EXPECT_EQ(account.say(Role::System, ReleaseMainKey{kProject, "O2"}), kTaken);
  EXPECT_EQ(main_key_of(account.organisation, kProject).order, "O1") << "not O2's to release";
  EXPECT_EQ(account.say(Role::System, RecordMainKey{kProject, "O2", "S2"}),
            Code::MainKeyNotReserved);
  EXPECT_EQ(account.say(Role::System, ReleaseMainKey{kProject, "O1"}), kTaken);
  EXPECT_EQ(account.say(Role::System, ReserveMainKey{kProject, "O2"}), kTaken);
}

TEST(MainKeys, OnceIssuedAreNeverFreeAgain) {
  Account account = registered();
  account.say(Role::System, ReserveMainKey{kProject, "O1"});
  EXPECT_EQ(account.say(Role::System, RecordMainKey{kProject, "O1", "S1"}), kTaken);
  EXPECT_EQ(account.say(Role::System, ReleaseMainKey{kProject, "O1"}), kTaken);
  EXPECT_EQ(main_key_of(account.organisation, kProject).state, MainKey::State::Issued);
  EXPECT_EQ(account.say(Role::System, ReserveMainKey{kProject, "O2"}), Code::MainKeyExists);
}

TEST(MainKeys, ReissuedAreReplaced) {
  Account account = registered();
  account.say(Role::System, ReserveMainKey{kProject, "O1"});
  account.say(Role::System, RecordMainKey{kProject, "O1", "S1"});
  EXPECT_EQ(account.say(Role::System, RecordMainKey{kProject, "O2", "S3", "S2"}),
            Code::MainKeyNotReserved);
  EXPECT_EQ(account.say(Role::System, RecordMainKey{kProject, "O2", "S2", "S1"}), kTaken);
  EXPECT_EQ(main_key_of(account.organisation, kProject).serial, "S2");
}

// A11: hall-issued main keys come as a list; of organisations without an account, too.
TEST(MainKeys, FromTheHallAreImportedOnce) {
  Account account = unregistered();
  EXPECT_EQ(account.say(Role::System, ImportMainKey{kProject, "H1"}), kTaken);
  const std::size_t events = account.log.size();
  EXPECT_EQ(account.say(Role::System, ImportMainKey{kProject, "H1"}), kTaken);
  EXPECT_EQ(account.log.size(), events);
  EXPECT_EQ(account.say(Role::System, ImportMainKey{kProject, "H2"}), Code::MainKeyExists);
}

TEST(MainKeys, TheHallWasQuickerThanTheOrder) {
  Account account = registered();
  account.say(Role::System, ReserveMainKey{kProject, "O1"});
  EXPECT_EQ(account.say(Role::System, ImportMainKey{kProject, "H1"}), kTaken);
  EXPECT_TRUE(account.asked_for(organisation::EffectKind::RaiseAlarm));
  EXPECT_EQ(account.say(Role::System, RecordMainKey{kProject, "O1", "S1"}),
            Code::MainKeyNotReserved);
}

TEST(Organisations, TheSameCommandTwiceDoesNothing) {
  Account account = registered();
  const organisation::Command add{"once", {Role::Applicant, "1"}, AddSeat{"s2", "李四", kMobile}};
  const auto first = organisation::apply(account.organisation, add, account.now);
  ASSERT_TRUE(first);
  const auto again = organisation::apply(first->organisation, add, account.now);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->events.empty());
  EXPECT_TRUE(again->organisation == first->organisation);
}

}  // namespace
}  // namespace vermilion::tests
