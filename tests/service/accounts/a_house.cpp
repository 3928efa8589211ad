#include "tests/service/accounts/a_house.hpp"

#include "service/accounts/cookies.hpp"
#include "service/accounts/effects.hpp"
#include "service/accounts/rows.hpp"
#include "service/accounts/second_factor.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/tokens.hpp"
#include "service/accounts/totp.hpp"
#include "service/effects/runner.hpp"

#include <sstream>
#include <stdexcept>

namespace vermilion::tests {

using namespace service::accounts;

namespace {

// What one hash costs is another test's subject.
constexpr HashCost kCheap{8192, 1};

constexpr const char* kSecret = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

template <class T>
T good(Result<T> result, const char* what) {
  if (!result) {
    const Refused& no = result.error();
    throw std::runtime_error(std::string(what) + ": " +
                             std::to_string(static_cast<int>(no.reason)) + " " + no.error.detail +
                             std::string(name_of(no.refusal.code)) +
                             (no.mistakes.empty() ? "" : no.mistakes[0].text));
  }
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

}  // namespace

AHouse::AHouse(Backend backend)
    : store(backend), accounts(store.orders, nullptr, *Keys::from_text(kSecret), kCheap) {
  for (const char* name : {"code", "phone_changed", "phone_change_refused"}) {
    world.texting.templates[name] = name;
  }
  world.texting.send = [this](const service::sms::Message& message) -> service::sms::Sent {
    texts.push_back(message);
    return service::sms::Taken{"1"};
  };
  world.account = account_effects(accounts, world, {});
}

Visitor AHouse::visitor(const std::string& name) const {
  return {digest_of_token(name), "203.0.113." + std::to_string(name.size()), "Firefox"};
}

CaptchaAnswer AHouse::solved(const Visitor& visitor) {
  const auto shown = good(show_captcha(accounts, visitor.device, visitor.address), "captcha");
  return {shown.id, answer_to(shown.question_en)};
}

void AHouse::work() {
  service::store::jobs::Jobs jobs(store.orders);
  service::effects::Runner runner(jobs, world, "runner");
  if (!runner.work()) throw std::runtime_error("the runner stopped");
}

std::string AHouse::code_to(const std::string& mobile) {
  for (auto text = texts.rbegin(); text != texts.rend(); ++text) {
    if (text->phone == mobile && text->template_id == "code") return text->blanks.at(0).text;
  }
  return "";
}

std::string AHouse::fresh_code(workflow::organisation::Purpose purpose,
                               const std::string& credit_code, const std::string& mobile,
                               const Visitor& visitor) {
  good(send_code(accounts, {purpose, credit_code, mobile, solved(visitor)}, visitor), "code");
  work();
  return code_to(mobile);
}

Entered AHouse::registered(const std::string& credit_code, const std::string& mobile) {
  const Visitor from = visitor("office of " + mobile);
  const std::string code =
      fresh_code(workflow::organisation::Purpose::Register, credit_code, mobile, from);
  return good(register_organisation(
                  accounts,
                  {credit_code, "鹰潭市样例(有限)公司", "张三", mobile, code, kPassword, ""}, from),
              "registration");
}

Row AHouse::a_staff(const std::string& login, Roles roles) {
  return good(make_staff(accounts, {login, "李四", roles, kPassword}, "test"), "staff");
}

std::string AHouse::with_second_factor(const std::string& account) {
  const auto offered = good(offer_second_factor(accounts, account), "offer");
  const std::string secret = from_base32(offered.secret);
  const std::int64_t now = *store.now_ms / 1000;
  good(confirm_second_factor(accounts, account, totp::digits_at(secret, totp::step_at(now))),
       "confirm");
  return secret;
}

workflow::organisation::Organisation AHouse::organisation(const std::string& credit_code) {
  return store.orders.organisation(credit_code).value();
}

std::string AHouse::signed_in(const std::string& account) {
  return store.database
      .transact([&](Transaction& transaction) {
        const auto row = row_of(transaction, account);
        return begin_session(transaction,
                             {account, row ? row->organisation : "", 1'000'000, "Firefox"});
      })
      .value();
}

std::optional<Asker> AHouse::who(const std::string& token) {
  return who_by(accounts)({{"Cookie", std::string(kSessionCookie) + "=" + token}});
}

std::string answer_to(const std::string& question_en) {
  std::istringstream words(question_en);
  std::string what, is, how;
  int one = 0;
  int other = 0;
  words >> what >> is >> one >> how >> other;
  return std::to_string(how == "plus" ? one + other : one - other);
}

std::string from_base32(const std::string& text) {
  const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string bytes;
  unsigned held = 0;
  unsigned bits = 0;
  for (const char c : text) {
    held = (held << 5U) | static_cast<unsigned>(alphabet.find(c));
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>((held >> bits) & 255U);
  }
  return bytes;
}

}  // namespace vermilion::tests
