#include "service/orders/offers.hpp"

#include "service/orders/actor.hpp"
#include "service/orders/commands.hpp"
#include "service/orders/said_well.hpp"
#include "workflow/apply.hpp"
#include "workflow/transitions.hpp"

#include <algorithm>

namespace vermilion::service::orders {
namespace {

namespace wf = workflow;
using wf::Body;

bool would_be_taken(const accounts::Asker& asker, Body body, const Subject& subject,
                    wf::Instant now) {
  complete(body, subject.order);
  // No id that was ever taken: this is said by nobody.
  const wf::Command command{"", actor_of(asker, wf::kind_of(body), subject.order.stage), body};
  const auto step = wf::apply(subject.order, command, subject.facts, now);
  return step && !step->events.empty();
}

wf::Refusal refusal_of(const wf::OrderGuard& need, const wf::Context& context) {
  wf::Refusal refusal{need.refusal, {}};
  if (need.tell != nullptr) need.tell(context, refusal.words);
  return refusal;
}

}  // namespace

std::vector<wf::CommandKind> offers(const accounts::Asker& asker, const wf::Order& order,
                                    const wf::Facts& facts, wf::Instant now) {
  std::vector<wf::CommandKind> offered;
  const Subject subject{order, facts};
  for (std::size_t i = 0; i < wf::kCommands; ++i) {
    const auto kind = static_cast<wf::CommandKind>(i);
    const auto bodies = said_well(kind, subject);
    const bool taken = std::ranges::any_of(
        bodies, [&](const Body& body) { return would_be_taken(asker, body, subject, now); });
    if (taken) offered.push_back(kind);
  }
  return offered;
}

std::vector<wf::Refusal> missing(const wf::Order& order, const wf::Facts& facts, wf::Instant now) {
  const Body body = wf::Submit{};
  const wf::Actor applicant{wf::Role::Applicant, {}};
  const wf::Context context{order, body, applicant, facts, now};
  const auto row = wf::choose<wf::OrderMachine>(wf::transitions(), order.stage,
                                                wf::CommandKind::Submit, applicant.role, context);
  std::vector<wf::Refusal> all;
  if (!row) return all;
  for (const auto* need : (*row)->needs) {
    if (!need->holds(context)) all.push_back(refusal_of(*need, context));
  }
  return all;
}

}  // namespace vermilion::service::orders
