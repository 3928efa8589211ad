#pragma once

#include "workflow/command.hpp"
#include "workflow/effect.hpp"
#include "workflow/order.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <vector>

// What an order asks for outside, done. No database here: what is to be said to the order because
// of it is given back, and whoever keeps the jobs says it in the transaction that ends the job.
namespace vermilion::service::effects {

struct World;

struct Task {
  workflow::Effect effect;
  workflow::Order order;   // as it stands
  bool uncertain = false;  // an earlier try may have done it: ask before doing it again
};

struct Carried {
  std::vector<workflow::Command> say;  // to the order; their ids make a second time harmless
};

struct Failure {
  enum class Kind : std::uint8_t {
    Later,    // certainly not done
    Unknown,  // may have been done: ask, never repeat blindly
    Never,    // cannot be done, or must not be done again: a person looks
  };

  Kind kind = Kind::Unknown;
  std::string reason;  // for the log and the list of dead jobs; holds no secret and no number
};

template <class T>
using Outcome = tl::expected<T, Failure>;

[[nodiscard]] tl::unexpected<Failure> failed(Failure::Kind kind, std::string reason);

// One of a kind that is carried outside; may be carried again, with `uncertain` set where nobody
// knows what became of it, and does what it does once. Waits as long as a partner's bounds say.
[[nodiscard]] Outcome<Carried> carry(const Task& task, World& world);

// Kinds that concern the main key: done on the organisation, in the transaction that asks for them.
[[nodiscard]] bool is_carried(workflow::EffectKind kind);

}  // namespace vermilion::service::effects
