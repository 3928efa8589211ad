#include "service/effects/runner.hpp"

#include "service/effects/heartbeat.hpp"
#include "service/store/jobs/inside.hpp"

#include <utility>
#include <variant>

namespace vermilion::service::effects {
namespace {

using store::database::ErrorKind;
using store::database::Result;
using store::jobs::Claim;

store::jobs::Failure kind_of(Failure::Kind kind) {
  switch (kind) {
    case Failure::Kind::Later:
      return store::jobs::Failure::Later;
    case Failure::Kind::Unknown:
      return store::jobs::Failure::Unknown;
    case Failure::Kind::Never:
      break;
  }
  return store::jobs::Failure::Never;
}

std::vector<store::orders::Message> messages_of(const Claim& claim, const Carried& carried) {
  std::vector<store::orders::Message> messages;
  for (const auto& command : carried.say) {
    messages.emplace_back(store::orders::ToOrder{claim.order, command});
  }
  return messages;
}

// Somebody else has the job by now: his is what counts.
Result<void> unless_stale(Result<void> done) {
  if (!done && done.error().kind == ErrorKind::Stale) return {};
  return done;
}

}  // namespace

Result<int> Runner::work(int most) {
  int done = 0;
  while (done < most) {
    const auto one = carry_one();
    if (!one) return tl::unexpected(one.error());
    if (!*one) break;
    ++done;
  }
  return done;
}

// One at a time: what waits behind a slow partner is not claimed yet.
Result<bool> Runner::carry_one() {
  auto claims = jobs_.claim(name_, 1, lane_);
  if (!claims) return tl::unexpected(claims.error());
  if (claims->empty()) return false;
  const Claim& claim = claims->front();
  const auto inside = store::jobs::said_inside(jobs_.orders(), claim);
  if (!inside) return tl::unexpected(inside.error());
  if (*inside) return finish(claim, **inside).map([] { return true; });
  workflow::Order order;
  if (!claim.order.empty()) {
    auto loaded = jobs_.orders().order(claim.order);
    if (!loaded) return tl::unexpected(loaded.error());
    order = *std::move(loaded);
  }
  const auto outcome = [&] {
    const Heartbeat heartbeat(jobs_, claim);
    return outcome_of(claim, order);
  }();
  return end(claim, outcome).map([] { return true; });
}

Outcome<Carried> Runner::outcome_of(const Claim& claim, const workflow::Order& order) {
  if (const auto* effect = std::get_if<workflow::Effect>(&claim.effect)) {
    return carry({*effect, order, claim.uncertain}, world_);
  }
  if (!world_.account) return failed(Failure::Kind::Never, "nobody in the house does it");
  const auto& effect = std::get<workflow::organisation::Effect>(claim.effect);
  return world_.account(effect, claim.uncertain).map([] { return Carried{}; });
}

// A refused command is no reason to carry the job again: the order is past what it would have said.
Result<void> Runner::end(const Claim& claim, const Outcome<Carried>& outcome) {
  if (!outcome) {
    const auto& [kind, reason] = outcome.error();
    return unless_stale(jobs_.fail(claim, kind_of(kind), reason));
  }
  return finish(claim, messages_of(claim, *outcome));
}

Result<void> Runner::finish(const Claim& claim,
                            const std::vector<store::orders::Message>& messages) {
  return unless_stale(jobs_.finish(claim, messages).map([](const auto&) {}));
}

}  // namespace vermilion::service::effects
