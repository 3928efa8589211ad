#include "service/accounts/effects.hpp"

#include "service/accounts/accounts.hpp"
#include "service/accounts/codes.hpp"
#include "service/accounts/fields.hpp"
#include "service/accounts/sessions.hpp"
#include "service/accounts/templates.hpp"
#include "service/crypto/digest.hpp"
#include "workflow/mobile.hpp"

#include <fmt/format.h>

#include <charconv>

namespace vermilion::service::accounts {
namespace {

namespace org = workflow::organisation;
using effects::failed;
using effects::Outcome;
using Kind = effects::Failure::Kind;

std::string word(const org::Effect& effect, const std::string& name) {
  const auto found = effect.words.find(name);
  return found == effect.words.end() ? std::string() : found->second;
}

effects::Failure failure_of(const sms::Failure& failure) {
  switch (failure.kind) {
    case sms::Failure::Kind::Refused:
      return {Kind::Never, fmt::format("the vendor refuses: {}", failure.code)};
    case sms::Failure::Kind::Later:
      return {Kind::Later, failure.code};
    case sms::Failure::Kind::Unknown:
      break;
  }
  return {Kind::Unknown, failure.code};
}

Outcome<void> send(const effects::World& world, const Template& text, const std::string& to,
                   std::vector<sms::Blank> blanks, const std::string& key) {
  if (!world.texting.send) return failed(Kind::Never, "no vendor of SMS is set up");
  const auto found = world.texting.templates.find(text.name);
  if (found == world.texting.templates.end()) {
    return failed(Kind::Never, fmt::format("no template for \"{}\"", text.name));
  }
  const std::string reference = crypto::hex(crypto::sha256(key + "/" + to)).substr(0, 32);
  const auto sent = world.texting.send({to, found->second, std::move(blanks), reference});
  if (!sent) return tl::unexpected(failure_of(sent.error()));
  return {};
}

effects::Failure failure_of(const store::database::Error& error) {
  return {Kind::Later, error.detail};
}

// Whether this code is the one that counts, and still does.
Outcome<bool> still_counts(Accounts& accounts, const std::string& credit_code,
                           const std::string& digest) {
  auto counts = accounts.orders.transact([&](store::orders::Saying& saying) {
    const auto loaded =
        store::orders::recall_organisation(saying.transaction, credit_code, saying.memory);
    const auto& code = loaded.state->code;
    const std::chrono::sys_seconds now(std::chrono::seconds(saying.transaction.now_ms() / 1000));
    return code && code->digest == digest && now < code->sent_at + org::kCodeLife;
  });
  if (!counts) return tl::unexpected(failure_of(counts.error()));
  return *counts;
}

// One that may have been sent is not sent again, and nobody need look: another can be asked for in
// a minute.
Outcome<void> send_code(Accounts& accounts, const effects::World& world, const org::Effect& effect,
                        bool uncertain) {
  if (uncertain) return {};
  const auto purpose = purpose_named(word(effect, "purpose"));
  const std::string credit_code = word(effect, "organisation");
  const std::string mobile = word(effect, "to");
  const std::string digest = word(effect, "digest");
  const auto counts = still_counts(accounts, credit_code, digest);
  if (!counts) return tl::unexpected(counts.error());
  if (!*counts) return {};
  const auto code =
      purpose ? code_of(accounts.keys, {credit_code, *purpose, mobile}, digest) : std::nullopt;
  if (!code) return failed(Kind::Never, "a code of another key");
  return send(world, kCodeText, mobile, {{"code", *code}}, effect.key);
}

Outcome<void> notify_phones(const effects::World& world, const org::Effect& effect,
                            bool uncertain) {
  if (uncertain) return failed(Kind::Never, "may have been sent: ask the vendor by hand");
  const bool changed = word(effect, "event") == name_of(org::EventKind::PhoneChanged);
  const std::string code = word(effect, "organisation");
  const std::string fresh = word(effect, "new");
  const sms::Blank tail{"tail", code.substr(code.size() - std::min<std::size_t>(4, code.size()))};
  const sms::Blank phone{"phone", std::string(kHotline)};
  if (!changed) return send(world, kPhoneChangeRefusedText, fresh, {tail, phone}, effect.key);
  const std::vector<sms::Blank> blanks{tail, {"masked", workflow::masked_mobile(fresh)}, phone};
  // The old number first: if it was a fraud, its owner is the one to hear of it.
  const auto told = send(world, kPhoneChangedText, word(effect, "old"), blanks, effect.key);
  if (!told && told.error().kind != Kind::Never) return told;
  // Trying again would tell the old number twice.
  return send(world, kPhoneChangedText, fresh, blanks, effect.key).map_error([](auto failure) {
    return effects::Failure{Kind::Never, std::move(failure.reason)};
  });
}

// "end_sessions/91360000625912173B/7": what event seven asked for.
std::uint64_t version_in(const std::string& key) {
  std::uint64_t version = 0;
  const std::size_t slash = key.rfind('/') + 1;
  std::from_chars(key.data() + slash, key.data() + key.size(), version);
  return version;
}

Outcome<void> end_sessions(Accounts& accounts, const org::Effect& effect) {
  const auto done = accounts.orders.database().transact([&](Transaction& transaction) {
    end_sessions_before(transaction, word(effect, "organisation"), version_in(effect.key));
  });
  if (!done) return tl::unexpected(failure_of(done.error()));
  return {};
}

}  // namespace

std::function<Outcome<void>(const org::Effect&, bool)> account_effects(
    Accounts& accounts, const effects::World& world,
    std::function<void(const org::Effect&)> alarm) {
  return [&accounts, &world, alarm = std::move(alarm)](const org::Effect& effect,
                                                       bool uncertain) -> Outcome<void> {
    switch (effect.kind) {
      case org::EffectKind::SendCode:
        return send_code(accounts, world, effect, uncertain);
      case org::EffectKind::EndSessions:
        return end_sessions(accounts, effect);
      case org::EffectKind::NotifyPhones:
        return notify_phones(world, effect, uncertain);
      case org::EffectKind::SetPassword:
        return {};  // was set in the transaction that allowed it
      case org::EffectKind::RaiseAlarm:
        if (alarm) alarm(effect);
        return {};
      case org::EffectKind::VoidOrders:
      case org::EffectKind::SupersedeAccount:
        break;
    }
    return failed(Kind::Never, "is said to orders and organisations, not here");
  };
}

}  // namespace vermilion::service::accounts
