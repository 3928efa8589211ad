#include "service/orders/offers.hpp"

#include "service/orders/actor.hpp"
#include "service/orders/commands.hpp"
#include "workflow/apply.hpp"
#include "workflow/digest.hpp"
#include "workflow/transitions.hpp"

#include <algorithm>
#include <array>

namespace vermilion::service::orders {
namespace {

namespace wf = workflow;
using wf::Body;
using Bodies = std::vector<Body>;

// Somebody and something that pass for one: whoever says the command will say who and what.
const wf::Person kSomebody{"-", "13800000000"};
const wf::Recipient kSomewhere{kSomebody, "-"};
const wf::Parcel kSomeParcel{"SF", "SF0000000000000"};
constexpr const char* kSomeDigest =
    "0000000000000000000000000000000000000000000000000000000000000000";

constexpr std::array kMatters{wf::Matter::OverrideFinding, wf::Matter::RevokeByReissue,
                              wf::Matter::RefundAfterMaking};

struct Subject {
  const wf::Order& order;
  const wf::Facts& facts;

  const wf::VariantTerms* variant() const {
    return wf::find_variant(facts.terms, order.operation, order.variant);
  }
};

template <class Make>
Bodies about_matters(const Subject& subject, Make make) {
  Bodies bodies;
  for (const wf::Matter matter : kMatters) {
    bodies.push_back(make(matter, wf::sha256_of(wf::subject_of(subject.order, matter))));
  }
  return bodies;
}

Bodies uploads(const Subject& subject) {
  Bodies bodies;
  if (subject.variant() == nullptr) return bodies;
  for (const wf::SlotTerms& slot : subject.variant()->slots) {
    bodies.push_back(wf::UploadDocument{slot.id, kSomeDigest});
  }
  return bodies;
}

Bodies decisions(const Subject& subject) {
  Bodies bodies;
  for (const auto& [slot, document] : subject.order.documents) {
    bodies.push_back(wf::DecideDocument{slot, document.sha256, true, {}});
  }
  return bodies;
}

Body good_paper(const Subject& subject) {
  wf::CheckPaper check;
  if (subject.variant() == nullptr) return check;
  for (const wf::PaperTerms& paper : subject.variant()->paper) {
    check.items.push_back({paper.slot, true, {}, 0});
  }
  return check;
}

Bodies payments(const Subject& subject) {
  Bodies bodies;
  for (const wf::Channel channel : subject.facts.terms.channels) {
    bodies.push_back(wf::OpenPayment{{}, channel});
  }
  return bodies;
}

template <class Command>
Bodies on_attempts(const Subject& subject) {
  Bodies bodies;
  for (const wf::Attempt& attempt : subject.order.attempts) bodies.push_back(Command{attempt.id});
  return bodies;
}

Body download(const Subject& subject) {
  const auto& chosen = subject.order.chosen;
  return wf::StartDownload{{}, chosen ? chosen->key_id : std::string(), 1};
}

// Every way in which the command could be said rightly. Commands of the machine have none.
Bodies said_well(wf::CommandKind kind, const Subject& subject) {
  using enum wf::CommandKind;
  switch (kind) {
    case FillForm:
      return {wf::FillForm{kSomebody, kSomewhere}};
    case ChangeRecipient:
      return {wf::ChangeRecipient{kSomewhere}};
    case ChooseDelivery:
      return {wf::ChooseDelivery{}};
    case UploadDocument:
      return uploads(subject);
    case Submit:
      return {wf::Submit{}};
    case Recall:
      return {wf::Recall{}};
    case VoidOrder:
      return {wf::VoidOrder{}};
    case ClaimReview:
      return {wf::ClaimReview{}};
    case ReleaseReview:
      return {wf::ReleaseReview{}};
    case DecideDocument:
      return decisions(subject);
    case Approve:
      return {wf::Approve{}};
    case Reject:
      return {wf::Reject{false}, wf::Reject{true}};
    case AskSecondPerson:
      return about_matters(subject, [](wf::Matter matter, const std::string& digest) {
        return wf::AskSecondPerson{matter, "-", digest};
      });
    case ConfirmAsSecond:
      return about_matters(subject, [](wf::Matter matter, const std::string& digest) {
        return wf::ConfirmAsSecond{matter, digest};
      });
    case WithdrawQuestion:
      return about_matters(subject, [](wf::Matter matter, const std::string&) {
        return wf::WithdrawQuestion{matter};
      });
    case OpenPayment:
      return payments(subject);
    case ClosePayment:
      return on_attempts<wf::ClosePayment>(subject);
    case ReturnHeldPayment:
      return on_attempts<wf::ReturnHeldPayment>(subject);
    case AskRefund:
      return {wf::AskRefund{{}, {}, "-"}};
    case AttachRefundLetter:
      return {wf::AttachRefundLetter{kSomeDigest}};
    case WithdrawRefund:
      return {wf::WithdrawRefund{}};
    case RefuseRefund:
      return {wf::RefuseRefund{"-"}};
    case ApproveRefund:
      return {wf::ApproveRefund{}};
    case RetryRefund:
      return {wf::RetryRefund{}};
    case EnterCourierNumber:
      return {wf::EnterCourierNumber{kSomeParcel}};
    case NoteParcel:
      return {wf::NoteParcel{kSomeParcel}};
    case TakeFromQuarantine:
      return {wf::TakeFromQuarantine{}};
    case CheckPaper:
      return {good_paper(subject)};
    case LogCall:
      return {wf::LogCall{true, "-"}};
    case StartMaking:
      return {wf::StartMaking{}};
    case NoteMakingFailed:
      return {wf::NoteMakingFailed{"-"}};
    case ReportSealFault:
      return {wf::ReportSealFault{"-"}};
    case NoteSealMade:
      return {wf::NoteSealMade{}};
    case Dispatch:
      return {wf::Dispatch{kSomeParcel}};
    case HandOver:
      return {wf::HandOver{"-", kSomeDigest}};
    case GiveInvoiceData:
      return {wf::GiveInvoiceData{{"-", {}, "-@-"}}};
    case StartDownload:
      return {download(subject)};
    case NoteDownloadFailed:
      return {wf::NoteDownloadFailed{"-"}};
    default:
      return {};
  }
}

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
    const Bodies bodies = said_well(kind, subject);
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
