#pragma once

#include "workflow/refusal.hpp"
#include "workflow/role.hpp"
#include "workflow/set.hpp"

#include <tl/expected.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

// The form of a table of transitions, and how a row is chosen. A machine names its own states,
// commands, events, effects and the context its guards look at; orders and organisations are such
// machines.
namespace vermilion::workflow {

// A question about the context. As a need, its refusal says what to do when the answer is no.
template <class Context>
struct Guard {
  std::string_view name;
  RefusalCode refusal;
  bool (*holds)(const Context&);
  void (*tell)(const Context&, Words&) = nullptr;  // words the refusal needs beyond the usual ones
};

// At most N of something, in a constant.
template <class T, std::size_t N>
struct Few {
  std::array<T, N> items{};
  std::size_t count = 0;

  constexpr void add(T item) { items[count++] = item; }
  constexpr const T* begin() const { return items.data(); }
  constexpr const T* end() const { return items.data() + count; }
};

// A row: in one of the states `from`, `command` said by `who`, gives `event` and asks for
// `effects`, if all `needs` hold. Of several rows for the same state and command the first whose
// `when` holds is taken; the last has none.
template <class Machine>
struct Transition {
  using Condition = Guard<typename Machine::Context>;

  Set<typename Machine::State> from;
  typename Machine::Command command;
  Roles who;
  const Condition* when = nullptr;
  bool always = true;  // has no condition; said apart, as sanitizers let no constant ask a pointer
  Few<const Condition*, 12> needs = {};
  typename Machine::Event event = {};
  std::optional<typename Machine::State> to = {};  // unset: stays
  Few<typename Machine::Effect, 5> effects = {};

  constexpr Transition by(Roles roles) const {
    Transition row = *this;
    row.who = roles;
    return row;
  }
  constexpr Transition if_(const Condition& condition) const {
    Transition row = *this;
    row.when = &condition;
    row.always = false;
    return row;
  }
  template <class... Conditions>
  constexpr Transition needing(const Conditions&... conditions) const {
    Transition row = *this;
    (row.needs.add(&conditions), ...);
    return row;
  }
  constexpr Transition gives(typename Machine::Event what) const {
    Transition row = *this;
    row.event = what;
    return row;
  }
  constexpr Transition gives(typename Machine::Event what, typename Machine::State next) const {
    Transition row = gives(what);
    row.to = next;
    return row;
  }
  template <class... Effects>
  constexpr Transition asks(Effects... asked) const {
    Transition row = *this;
    (row.effects.add(asked), ...);
    return row;
  }
};

// No row stands behind one that always answers the same question.
template <class Rows>
constexpr bool each_answer_is_unique(const Rows& rows) {
  for (std::size_t later = 0; later < rows.size(); ++later) {
    for (std::size_t earlier = 0; earlier < later; ++earlier) {
      if (rows[earlier].command != rows[later].command) continue;
      if (!rows[earlier].from.overlaps(rows[later].from)) continue;
      if (!rows[earlier].who.overlaps(rows[later].who)) continue;
      if (rows[earlier].always) return false;
    }
  }
  return true;
}

// Why no row was taken.
enum class Miss : std::uint8_t { State, Role, Condition };

// The first row for this state, command and role whose condition holds.
template <class Machine>
tl::expected<const Transition<Machine>*, Miss> choose(std::span<const Transition<Machine>> rows,
                                                      typename Machine::State state,
                                                      typename Machine::Command command, Role role,
                                                      const typename Machine::Context& context) {
  Miss miss = Miss::State;
  for (const auto& row : rows) {
    if (row.command != command || !row.from.contains(state)) continue;
    if (!row.who.contains(role)) {
      miss = std::max(miss, Miss::Role);
      continue;
    }
    if (row.when == nullptr || row.when->holds(context)) return &row;
    miss = Miss::Condition;
  }
  return tl::unexpected(miss);
}

// The first of the row's needs that does not hold; null when all do.
template <class Machine>
const Guard<typename Machine::Context>* first_unmet(const Transition<Machine>& row,
                                                    const typename Machine::Context& context) {
  const auto unmet = std::find_if(row.needs.begin(), row.needs.end(),
                                  [&](const auto* need) { return !need->holds(context); });
  return unmet == row.needs.end() ? nullptr : *unmet;
}

}  // namespace vermilion::workflow
