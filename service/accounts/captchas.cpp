#include "service/accounts/captchas.hpp"

#include "service/accounts/accounts.hpp"
#include "service/accounts/captcha_question.hpp"
#include "service/accounts/limits.hpp"
#include "service/accounts/tokens.hpp"
#include "service/accounts/waiting.hpp"
#include "service/crypto/digest.hpp"

#include <fmt/format.h>

namespace vermilion::service::accounts {
namespace {

// Nothing that is taken for something else: no I, O, Q, S, Z, B, G, 0, 1, 2, 5, 6, 8.
constexpr std::string_view kLetters = "ACDEFHJKLMNPRTUVWXY3479";
constexpr std::size_t kLength = 5;

// A page that is read aloud and asked for anew is five in a minute; a room full of people behind
// one address some dozens.
constexpr Limit kCaptchasOfAddress{"captchas", 60, std::chrono::seconds(5)};

std::uint64_t random_number() {
  std::uint64_t number = 0;
  for (const char byte : random_bytes(8))
    number = (number << 8U) | static_cast<unsigned char>(byte);
  return number;
}

std::string random_letters() {
  std::string text;
  for (std::size_t i = 0; i < kLength; ++i) text += kLetters[random_number() % kLetters.size()];
  return text;
}

// Lower case is as good, blanks do not count, full-width is what an input method gives.
std::string plain(std::string_view typed) {
  std::string text;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const bool wide = typed.substr(i).starts_with("\xEF\xBC") && i + 2 < typed.size();
    char c = typed[i];
    if (wide) c = static_cast<char>(static_cast<unsigned char>(typed[i += 2]) - 0x60);
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c != ' ') text += c;
  }
  return text;
}

std::string digest(const Keys& keys, std::string_view id, std::string_view answer) {
  return crypto::hex(crypto::hmac_sha256(keys.captchas(), fmt::format("{}/{}", id, plain(answer))));
}

}  // namespace

Result<Captcha> show_captcha(Accounts& accounts, const std::string& device,
                             std::string_view address) {
  const std::string letters = random_letters();
  const Question question = question_from(random_number());
  Captcha captcha{new_id(), {}, question.zh, question.en, 0};
  const Rate rate(accounts.keys, kCaptchasOfAddress, {address});
  const auto wait = accounts.orders.database().transact([&](Transaction& transaction) {
    const auto left = rate.take(transaction);
    if (left.count() > 0) return left;
    sweep_captchas(transaction);
    captcha.until_ms = transaction.now_ms() + std::chrono::milliseconds(kCaptchaLife).count();
    transaction.run(
        "INSERT INTO captchas (id, picture, question, device, until_ms) VALUES ($1, $2, $3, $4, "
        "$5)",
        {captcha.id, digest(accounts.keys, captcha.id, letters),
         digest(accounts.keys, captcha.id, question.answer), device, captcha.until_ms});
    return left;
  });
  if (!wait) return refused(wait.error());
  if (wait->count() > 0) return refused(Reason::TooMany, seconds_of(*wait));
  captcha.png = accounts.painter.draw(letters, random_number());
  return captcha;
}

bool answer_captcha(Transaction& transaction, const Keys& keys, const CaptchaAnswer& answer,
                    const std::string& device) {
  const auto row = transaction.row<std::string, std::string, std::string, std::int64_t>(
      "DELETE FROM captchas WHERE id = $1 RETURNING picture, question, device, until_ms",
      {answer.id});
  if (!row) return false;
  const auto& [picture, question, shown_to, until_ms] = *row;
  const std::string said = digest(keys, answer.id, answer.answer);
  return transaction.now_ms() < until_ms && shown_to == device &&
         (crypto::equal_secrets(said, picture) || crypto::equal_secrets(said, question));
}

void sweep_captchas(Transaction& transaction) {
  transaction.run("DELETE FROM captchas WHERE until_ms < $1", {transaction.now_ms()});
}

}  // namespace vermilion::service::accounts
