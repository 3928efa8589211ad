#include "workflow/apply.hpp"

#include "workflow/effects_of.hpp"
#include "workflow/fold.hpp"
#include "workflow/status.hpp"
#include "workflow/transitions.hpp"

#include <utility>

namespace vermilion::workflow {
namespace {

// Long enough to look at five scans with care, short enough that an order left on a desk is free
// again within the hour. A reviewer at work claims again and so prolongs it.
constexpr std::chrono::minutes kReviewLease{30};

// What every refusal's text may use.
Words usual_words(const Context& context) {
  const ProjectTerms& terms = context.facts.terms;
  return {{"order", context.order.id},
          {"status", status_text(context.order, Language::Chinese)},
          {"status_en", status_text(context.order, Language::English)},
          {"project", terms.name_zh},
          {"project_en", terms.name_en},
          {"phone", terms.hall_phone}};
}

Refusal refused(const Context& context, RefusalCode code) {
  return {code, usual_words(context)};
}

Refusal refused(const Context& context, const OrderGuard& unmet) {
  Refusal refusal = refused(context, unmet.refusal);
  if (unmet.tell != nullptr) unmet.tell(context, refusal.words);
  return refusal;
}

// Two commands are refused often, with the same misunderstanding behind it each time.
RefusalCode missed(const Context& context, Miss miss) {
  if (miss == Miss::Role) return RefusalCode::NotYourPart;
  const bool paid = settled_attempt(context.order) != nullptr;
  switch (kind_of(context.body)) {
    case CommandKind::EnterCourierNumber:
      return paid ? RefusalCode::NotInThisStatus : RefusalCode::MailNotYet;
    case CommandKind::OpenPayment:
      return paid ? RefusalCode::NotInThisStatus : RefusalCode::PayNotYet;
    default:
      return RefusalCode::NotInThisStatus;
  }
}

Fen fee_of(const Context& context) {
  const VariantTerms* variant = context.variant();
  const Fen fee = variant->fee.value_or(Fen{});
  const auto* begin = std::get_if<Begin>(&context.body);
  return begin != nullptr && variant->per_year ? fee * begin->years : fee;
}

Pinned pinned_of(EventKind kind, const Context& context) {
  Pinned pinned;
  const ProjectTerms& terms = context.facts.terms;
  switch (kind) {
    case EventKind::Begun:
      pinned.terms_digest = terms.digest;
      pinned.verification = terms.verification && context.operation() != Operation::Renew;
      pinned.reserves_main_key = context.wants_main_key();
      if (context.operation() == Operation::Renew) pinned.fee = fee_of(context);
      break;
    case EventKind::DocumentUploaded:
      pinned.template_bound =
          find_slot(*context.variant(), context.said<UploadDocument>().slot)->from_template;
      break;
    case EventKind::Submitted:
      pinned.terms_digest = terms.digest;
      break;
    case EventKind::ReviewClaimed:
      pinned.until = context.now + kReviewLease;
      break;
    case EventKind::Approved:
      pinned.fee = fee_of(context);
      break;
    case EventKind::SecondPersonAsked:
      pinned.subject = subject_of(context.order, context.said<AskSecondPerson>().matter);
      break;
    default:
      break;
  }
  return pinned;
}

Event event_of(const OrderTransition& row, const Context& context, const Command& command) {
  return {row.event,    row.to.value_or(context.order.stage), command.id, command.by, context.now,
          command.body, pinned_of(row.event, context)};
}

}  // namespace

tl::expected<Step, Refusal> apply(const Order& order, const Command& command, const Facts& facts,
                                  Instant now) {
  if (order.taken.contains(command.id)) return Step{order, {}, {}};
  const Context context{order, command.body, command.by, facts, now};
  const auto row = choose<OrderMachine>(transitions(), order.stage, kind_of(command.body),
                                        command.by.role, context);
  if (!row) return tl::unexpected(refused(context, missed(context, row.error())));
  if (const OrderGuard* unmet = first_unmet(**row, context)) {
    return tl::unexpected(refused(context, *unmet));
  }
  if ((*row)->event == EventKind::Nothing) return Step{order, {}, {}};

  Step step{order, {event_of(**row, context, command)}, {}};
  fold(step.order, step.events.front());
  step.effects = effects_of(**row, order, step.order, step.events.front(), facts.terms);
  return step;
}

}  // namespace vermilion::workflow
