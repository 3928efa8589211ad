#include "workflow/organisation/apply.hpp"

#include "workflow/messages.hpp"
#include "workflow/mobile.hpp"

#include <fmt/format.h>

#include <utility>

namespace vermilion::workflow::organisation {
namespace {

Words usual_words(const Organisation& organisation, const std::string& phone) {
  return {{"phone", phone},
          {"registered", beijing_date_text(organisation.registered_at)},
          {"masked", masked_mobile(organisation.mobile)},
          {"status", "已作废"},
          {"status_en", "void"}};
}

RefusalCode missed(const Organisation& organisation, Miss miss) {
  if (miss == Miss::Role) return RefusalCode::NotYourPart;
  return organisation.state == State::Superseded ? RefusalCode::Superseded
                                                 : RefusalCode::NotRegistered;
}

struct Asked {
  const Organisation& before;
  const Organisation& after;
  const Event& event;

  Effect of(EffectKind kind, Words words) const {
    words["organisation"] = after.credit_code;
    return {kind, fmt::format("{}/{}/{}", name_of(kind), after.credit_code, after.version),
            std::move(words)};
  }
};

Effect send_code(const Asked& asked) {
  const auto& sent = std::get<SendCode>(asked.event.body);
  return asked.of(EffectKind::SendCode, {{"to", sent.mobile},
                                         {"purpose", std::string(name_of(sent.purpose))},
                                         {"digest", sent.digest}});
}

Effect notify_phones(const Asked& asked) {
  return asked.of(EffectKind::NotifyPhones, {{"event", std::string(name_of(asked.event.kind))},
                                             {"old", asked.before.mobile},
                                             {"new", asked.before.phone_change->mobile}});
}

Effect void_orders(const Asked& asked) {
  const bool renamed = asked.event.kind == EventKind::Renamed;
  return asked.of(EffectKind::VoidOrders, {{"reason", renamed ? "wrong_name" : "wrong_code"}});
}

void add(EffectKind kind, const Asked& asked, std::vector<Effect>& effects) {
  switch (kind) {
    case EffectKind::SendCode:
      effects.push_back(send_code(asked));
      return;
    case EffectKind::NotifyPhones:
      effects.push_back(notify_phones(asked));
      return;
    case EffectKind::VoidOrders:
      effects.push_back(void_orders(asked));
      return;
    case EffectKind::SupersedeAccount: {
      const auto& account = std::get<Register>(asked.event.body);
      if (account.replaces.empty()) return;
      effects.push_back(asked.of(kind, {{"wrong", account.replaces}}));
      return;
    }
    case EffectKind::SetPassword:
    case EffectKind::EndSessions:
    case EffectKind::RaiseAlarm:
      effects.push_back(asked.of(kind, {}));
      return;
  }
}

}  // namespace

tl::expected<Step, Refusal> apply(const Organisation& organisation, const Command& command,
                                  Instant now, const std::string& phone) {
  if (organisation.taken.contains(command.id)) return Step{organisation, {}, {}};
  const Context context{organisation, command.body, command.by, now};
  const auto row = choose<Machine>(transitions(), organisation.state, kind_of(command.body),
                                   command.by.role, context);
  Refusal refusal{RefusalCode::NotYourPart, usual_words(organisation, phone)};
  if (!row) {
    refusal.code = missed(organisation, row.error());
    return tl::unexpected(refusal);
  }
  if (const auto* unmet = first_unmet(**row, context)) {
    refusal.code = unmet->refusal;
    if (unmet->tell != nullptr) unmet->tell(context, refusal.words);
    return tl::unexpected(refusal);
  }
  if ((*row)->event == EventKind::Nothing) return Step{organisation, {}, {}};

  Step step{organisation, {}, {}};
  step.events.push_back({(*row)->event, (*row)->to.value_or(organisation.state), command.id,
                         command.by, now, command.body});
  fold(step.organisation, step.events.front());
  const Asked asked{organisation, step.organisation, step.events.front()};
  for (const EffectKind kind : (*row)->effects) add(kind, asked, step.effects);
  return step;
}

}  // namespace vermilion::workflow::organisation
