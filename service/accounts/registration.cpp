#include "service/accounts/registration.hpp"

#include "service/accounts/accounts.hpp"
#include "service/accounts/codes.hpp"
#include "service/accounts/fields.hpp"
#include "service/accounts/limits.hpp"
#include "service/accounts/organisation_of.hpp"
#include "service/accounts/password_rule.hpp"
#include "service/accounts/rows.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/tokens.hpp"
#include "service/accounts/typed_code.hpp"
#include "service/accounts/waiting.hpp"
#include "workflow/mobile.hpp"

namespace vermilion::service::accounts {
namespace {

namespace org = workflow::organisation;
using org::Purpose;
using store::orders::Saying;
using workflow::RefusalCode;

// A clerk who registers a dozen companies in an afternoon stays below.
constexpr Limit kCodesOfAddress{"codes_address", 20, std::chrono::minutes(2)};
// Workflow allows ten a day to a number for each organisation; strangers who name many
// organisations reach nobody's telephone more often than that.
constexpr Limit kCodesOfMobile{"codes_mobile", org::kCodesPerDay,
                               std::chrono::hours(24) / org::kCodesPerDay};
constexpr Limit kCodesOfPair{"codes_pair", 1, org::kCodeInterval};
constexpr Limit kEntriesOfAddress{"entries_address", 30, std::chrono::minutes(1)};

// Somebody before a browser who has not signed in.
workflow::Actor visitor_actor() {
  return {workflow::Role::Applicant, "visitor"};
}

org::Command command(org::Body body, workflow::Actor by = visitor_actor()) {
  return {new_id(), std::move(by), std::move(body)};
}

Result<void> take(const Rate& rate, Transaction& transaction) {
  const auto wait = rate.take(transaction);
  if (wait.count() > 0) return refused(Reason::TooMany, seconds_of(wait));
  return {};
}

Result<void> take_all(std::initializer_list<Rate> rates, Transaction& transaction) {
  for (const Rate& rate : rates) {
    if (const auto taken = take(rate, transaction); !taken) return taken;
  }
  return {};
}

// Who resets a password learns nothing from the answer but whether the captcha was right.
bool is_told(Purpose purpose, RefusalCode code) {
  return purpose != Purpose::ResetPassword || code == RefusalCode::CaptchaFailed;
}

Result<std::chrono::seconds> send_code_within(Accounts& accounts, const Saying& saying,
                                              const CodeAsked& asked, const std::string& code,
                                              const Visitor& visitor) {
  Transaction& transaction = saying.transaction;
  const Keys& keys = accounts.keys;
  if (const auto taken = take(Rate(keys, kCodesOfAddress, {visitor.address}), transaction); !taken)
    return tl::make_unexpected(taken.error());
  const bool passed = answer_captcha(transaction, keys, asked.captcha, visitor.device);
  if (passed) {
    const auto taken = take_all({Rate(keys, kCodesOfPair, {code, asked.mobile}),
                                 Rate(keys, kCodesOfMobile, {asked.mobile})},
                                transaction);
    if (!taken) return tl::make_unexpected(taken.error());
  }
  const std::string digest = new_code_digest(keys, {code, asked.purpose, asked.mobile});
  const auto said =
      say(saying, code, command(org::SendCode{asked.purpose, asked.mobile, digest, passed}));
  if (!said && is_told(asked.purpose, said.error().code)) return refused(said.error());
  return org::kCodeInterval;
}

// What is typed into a form of one's own about an organisation.
struct Typed {
  std::string credit_code;
  std::string mobile;
};

Result<Typed> typed(const std::string& credit_code, const std::string& mobile) {
  auto code = credit_code_meant(credit_code);
  if (!code) return tl::make_unexpected(code.error());
  if (!workflow::is_mobile(mobile)) return invalid("/mobile", "请填写 11 位手机号码。");
  return Typed{std::move(*code), mobile};
}

// Hashing is dear: only who holds a right code is worth it.
Result<std::string> hash_after(Accounts& accounts, const Visitor& visitor, Purpose purpose,
                               const Typed& who, const std::string& code,
                               const std::string& password) {
  auto entered = accounts.orders.transact([&](Saying& saying) -> Result<void> {
    const Rate rate(accounts.keys, kEntriesOfAddress, {visitor.address});
    if (auto taken = take(rate, saying.transaction); !taken) return taken;
    return enter_code(accounts, saying, purpose, who.credit_code, who.mobile, code);
  });
  if (!entered) return refused(entered.error());
  if (!*entered) return tl::make_unexpected(entered->error());
  auto hash = accounts.passwords.hash(password);
  if (!hash) return refused(Reason::Busy, hash.error().wait);
  return std::move(*hash);
}

// Whoever registers again with the right code says which was wrong. That account's orders become
// void, so it must be the same telephone that registered it.
Result<std::string> replaced(const Saying& saying, const Registration& said) {
  if (said.replaces.empty()) return std::string();
  auto wrong = credit_code_meant(said.replaces, "/replaces");
  if (!wrong) return wrong;
  const auto organisation = organisation_of(saying, *wrong);
  if (organisation.state != org::State::Registered || organisation.mobile != said.mobile) {
    return invalid("/replaces", "原账户不是用这个手机号码注册的，不能由本次注册作废。");
  }
  return wrong;
}

Result<Entered> register_within(const Saying& saying, const Registration& said, const Typed& who,
                                const std::string& hash, const Visitor& visitor) {
  Transaction& transaction = saying.transaction;
  const auto wrong = replaced(saying, said);
  if (!wrong) return tl::make_unexpected(wrong.error());
  const std::string seat = new_id();
  const auto step = say(saying, who.credit_code,
                        command(org::Register{who.credit_code, name_as_licensed(said.name), seat,
                                              trimmed(said.person), who.mobile, *wrong},
                                {workflow::Role::Applicant, seat}));
  if (!step) return refused(step.error());
  Row row = seat_row(seat, who.credit_code, hash);
  row.made_at_ms = transaction.now_ms();
  write_row(transaction, row);
  know_device(transaction, visitor.device, seat);
  return Entered{seat, begin_session(transaction, {seat, who.credit_code,
                                                   step->organisation.version, visitor.agent})};
}

// The same for a number there is not and a code that was not sent.
Result<void> all_alike(Result<void> entered) {
  if (entered || entered.error().reason == Reason::Database) return entered;
  if (entered.error().reason == Reason::TooMany) return entered;
  return refused(Reason::CodeWrong);
}

}  // namespace

Result<std::chrono::seconds> send_code(Accounts& accounts, const CodeAsked& asked,
                                       const Visitor& visitor) {
  const auto who = typed(asked.credit_code, asked.mobile);
  if (!who) return tl::make_unexpected(who.error());
  auto wait = accounts.orders.transact([&](Saying& saying) {
    return send_code_within(accounts, saying, asked, who->credit_code, visitor);
  });
  if (!wait) return refused(wait.error());
  return *wait;
}

Result<void> enter_code(const Accounts& accounts, const Saying& saying, Purpose purpose,
                        const std::string& credit_code, const std::string& mobile,
                        const std::string& code) {
  const auto before = organisation_of(saying, credit_code);
  const std::string sent = before.code ? before.code->digest : "";
  const std::string digest =
      digest_of_typed(accounts.keys, {credit_code, purpose, mobile}, sent, trimmed(code));
  const auto step = say(saying, credit_code, command(org::EnterCode{purpose, mobile, digest}));
  Result<void> entered;
  if (!step) {
    entered = refused(step.error());
  } else if (step->organisation.code && !step->organisation.code->confirmed) {
    entered = refused(Reason::CodeWrong);
    entered.error().left = org::kCodeTries - step->organisation.code->wrong;
  }
  return purpose == Purpose::ResetPassword ? all_alike(std::move(entered)) : entered;
}

Result<Entered> register_organisation(Accounts& accounts, const Registration& said,
                                      const Visitor& visitor) {
  const auto who = typed(said.credit_code, said.mobile);
  if (!who) return tl::make_unexpected(who.error());
  for (const auto& fit : {check_line("/name", said.name, kNameCharactersMax),
                          check_line("/person", said.person, kPersonCharactersMax),
                          check_password(said.password, {who->credit_code, who->mobile})}) {
    if (!fit) return tl::make_unexpected(fit.error());
  }
  const auto hash =
      hash_after(accounts, visitor, Purpose::Register, *who, said.code, said.password);
  if (!hash) return tl::make_unexpected(hash.error());
  auto entered = accounts.orders.transact(
      [&](Saying& saying) { return register_within(saying, said, *who, *hash, visitor); });
  if (!entered) return refused(entered.error());
  return std::move(*entered);
}

Result<void> reset_password(Accounts& accounts, const NewPassword& said, const Visitor& visitor) {
  const auto who = typed(said.credit_code, said.mobile);
  if (!who) return tl::make_unexpected(who.error());
  const auto rule = check_password(said.password, {who->credit_code, who->mobile});
  if (!rule) return rule;
  const auto hash =
      hash_after(accounts, visitor, Purpose::ResetPassword, *who, said.code, said.password);
  if (!hash) return tl::make_unexpected(hash.error());
  auto done = accounts.orders.transact([&](Saying& saying) -> Result<void> {
    const auto seat = seat_with(organisation_of(saying, who->credit_code), who->mobile);
    if (!seat) return refused(Reason::CodeWrong);
    const auto step =
        say(saying, who->credit_code,
            command(org::ResetPassword{who->mobile}, {workflow::Role::Applicant, *seat}));
    if (!step) return refused(Reason::CodeWrong);
    set_password(saying.transaction, *seat, *hash);
    end_sessions_before(saying.transaction, who->credit_code, step->organisation.version);
    know_device(saying.transaction, visitor.device, *seat);
    return {};
  });
  if (!done) return refused(done.error());
  return *done;
}

Result<std::vector<AdviceText>> advice_about(Accounts& accounts, const std::string& credit_code) {
  const auto code = credit_code_meant(credit_code);
  if (!code) return tl::make_unexpected(code.error());
  const auto organisation = accounts.orders.organisation(*code);
  if (!organisation) return refused(organisation.error());
  std::vector<AdviceText> texts;
  for (const org::AdviceNode& node : org::advice_tree()) {
    const auto in = [&](workflow::Language language) {
      return org::text_of(node.advice, *organisation, std::string(kHotline), language);
    };
    texts.push_back({node, in(workflow::Language::Chinese), in(workflow::Language::English)});
  }
  return texts;
}

std::string name_as_licensed(std::string_view typed) {
  std::string name = trimmed(typed);
  const bool chinese =
      std::ranges::any_of(name, [](char byte) { return static_cast<unsigned char>(byte) >= 0xE4; });
  if (!chinese) return name;
  std::string licensed;
  for (const char c : name) {
    licensed += c == '(' ? "（" : c == ')' ? "）" : std::string(1, c);
  }
  return licensed;
}

}  // namespace vermilion::service::accounts
