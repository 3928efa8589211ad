#pragma once

#include "workflow/organisation/organisation.hpp"
#include "workflow/table.hpp"

#include <span>
#include <variant>

namespace vermilion::workflow::organisation {

// What is to be done outside.
enum class EffectKind : std::uint8_t {
  SendCode,          // by SMS
  SetPassword,       // the person who entered the code may set one now
  EndSessions,       // whoever is signed in must sign in again
  NotifyPhones,      // the old number, the new one, or both
  VoidOrders,        // all that are open, with the reason
  SupersedeAccount,  // of the wrong credit code
  RaiseAlarm,
};
inline constexpr std::size_t kEffects = static_cast<std::size_t>(EffectKind::RaiseAlarm) + 1;
std::string_view name_of(EffectKind kind);

struct Effect {
  EffectKind kind = EffectKind::SendCode;
  std::string key;
  Words words;

  friend bool operator==(const Effect&, const Effect&) = default;
};

// What the guards look at.
struct Context {
  const Organisation& organisation;
  const Body& body;
  const Actor& by;
  Instant now;

  template <class T>
  const T& said() const {
    return std::get<T>(body);
  }
};

struct Machine {
  using State = organisation::State;
  using Command = CommandKind;
  using Event = EventKind;
  using Effect = EffectKind;
  using Context = organisation::Context;
};
using OrganisationTransition = Transition<Machine>;

// Everything that can happen to an organisation. What is not in here cannot.
std::span<const OrganisationTransition> transitions();

}  // namespace vermilion::workflow::organisation
