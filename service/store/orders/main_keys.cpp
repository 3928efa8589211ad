#include "service/store/orders/main_keys.hpp"

#include <fmt/format.h>

namespace vermilion::service::store::orders {
namespace {

namespace org = workflow::organisation;
using workflow::Effect;
using workflow::EffectKind;

std::string word(const Effect& effect, const std::string& name) {
  const auto found = effect.words.find(name);
  return found == effect.words.end() ? "" : found->second;
}

org::Body body_of(const Effect& effect, workflow::Instant valid_until) {
  const std::string project = word(effect, "project");
  const std::string order = word(effect, "order");
  switch (effect.kind) {
    case EffectKind::ReserveMainKey:
      return org::ReserveMainKey{project, order};
    case EffectKind::ReleaseMainKey:
      return org::ReleaseMainKey{project, order};
    default:
      return org::RecordMainKey{project, order, word(effect, "serial"), word(effect, "replaces"),
                                valid_until};
  }
}

Effect alarm_for(const Effect& effect, const workflow::Refusal& refusal) {
  return {EffectKind::RaiseAlarm,
          fmt::format("{}/{}", name_of(EffectKind::RaiseAlarm), effect.key),
          {{"order", word(effect, "order")},
           {"event", std::string(name_of(effect.kind))},
           {"refusal", std::string(name_of(refusal.code))}},
          {}};
}

}  // namespace

bool is_about_main_key(const Effect& effect) {
  return effect.kind == EffectKind::ReserveMainKey || effect.kind == EffectKind::ReleaseMainKey ||
         effect.kind == EffectKind::RecordMainKey;
}

tl::expected<MainKeySteps, workflow::Refusal> main_key_steps(const org::Organisation& organisation,
                                                             const workflow::Order& order,
                                                             const std::vector<Effect>& effects,
                                                             workflow::Instant now) {
  MainKeySteps done;
  const workflow::Instant valid_until = order.made ? order.made->valid_until : workflow::Instant{};
  org::Organisation now_is = organisation;
  for (const Effect& effect : effects) {
    if (!is_about_main_key(effect)) continue;
    org::Command command;
    command.id = effect.key;
    command.by = {workflow::Role::System, "store"};
    command.body = body_of(effect, valid_until);
    auto step = org::apply(now_is, command, now);
    if (step) {
      now_is = step->organisation;
      done.steps.push_back(std::move(*step));
    } else if (effect.kind == EffectKind::ReserveMainKey) {
      return tl::unexpected(step.error());
    } else {
      done.alarms.push_back(alarm_for(effect, step.error()));
    }
  }
  return done;
}

}  // namespace vermilion::service::store::orders
