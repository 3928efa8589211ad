#include "service/orders/said_well.hpp"

#include "workflow/approval.hpp"
#include "workflow/digest.hpp"

#include <algorithm>
#include <array>
#include <string>

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

// One for each matter that takes two persons.
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

Bodies good_paper(const Subject& subject) {
  wf::CheckPaper check;
  if (subject.variant() == nullptr) return {check};
  for (const wf::PaperTerms& paper : subject.variant()->paper) {
    check.items.push_back({paper.slot, true, {}, 0});
  }
  return {check};
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

Bodies download(const Subject& subject) {
  const auto& chosen = subject.order.chosen;
  return {wf::StartDownload{{}, chosen ? chosen->key_id : std::string(), 1}};
}

template <class Command>
Bodies bare(const Subject&) {
  return {Command{}};
}

// One that gives a reason, or says whom it concerns, and no more.
template <class Command>
Bodies with_words(const Subject&) {
  return {Command{"-"}};
}

template <class Command>
Bodies with_parcel(const Subject&) {
  return {Command{kSomeParcel}};
}

Bodies rejections(const Subject&) {
  return {wf::Reject{false}, wf::Reject{true}};
}

Bodies questions(const Subject& subject) {
  return about_matters(subject, [](wf::Matter matter, const std::string& digest) {
    return wf::AskSecondPerson{matter, "-", digest};
  });
}

Bodies confirmations(const Subject& subject) {
  return about_matters(subject, [](wf::Matter matter, const std::string& digest) {
    return wf::ConfirmAsSecond{matter, digest};
  });
}

Bodies withdrawals(const Subject& subject) {
  return about_matters(
      subject, [](wf::Matter matter, const std::string&) { return wf::WithdrawQuestion{matter}; });
}

struct Saying {
  wf::CommandKind kind;
  Bodies (*bodies)(const Subject&);
};
using enum wf::CommandKind;

constexpr std::array kSayings{
    // Applying
    Saying{FillForm,
           [](const Subject&) -> Bodies {
             return {wf::FillForm{kSomebody, kSomewhere}};
           }},
    Saying{ChangeRecipient,
           [](const Subject&) -> Bodies { return {wf::ChangeRecipient{kSomewhere}}; }},
    Saying{ChooseDelivery, bare<wf::ChooseDelivery>},
    Saying{UploadDocument, uploads},
    Saying{Submit, bare<wf::Submit>},
    Saying{Recall, bare<wf::Recall>},
    Saying{VoidOrder, bare<wf::VoidOrder>},

    // Reviewing
    Saying{ClaimReview, bare<wf::ClaimReview>},
    Saying{ReleaseReview, bare<wf::ReleaseReview>},
    Saying{DecideDocument, decisions},
    Saying{Approve, bare<wf::Approve>},
    Saying{Reject, rejections},
    Saying{AskSecondPerson, questions},
    Saying{ConfirmAsSecond, confirmations},
    Saying{WithdrawQuestion, withdrawals},

    // Paying
    Saying{OpenPayment, payments},
    Saying{ClosePayment, on_attempts<wf::ClosePayment>},
    Saying{ReturnHeldPayment, on_attempts<wf::ReturnHeldPayment>},
    Saying{AskRefund,
           [](const Subject&) -> Bodies {
             return {wf::AskRefund{{}, {}, "-"}};
           }},
    Saying{AttachRefundLetter,
           [](const Subject&) -> Bodies { return {wf::AttachRefundLetter{kSomeDigest}}; }},
    Saying{WithdrawRefund, bare<wf::WithdrawRefund>},
    Saying{RefuseRefund, with_words<wf::RefuseRefund>},
    Saying{ApproveRefund, bare<wf::ApproveRefund>},
    Saying{RetryRefund, bare<wf::RetryRefund>},

    // Paper
    Saying{EnterCourierNumber, with_parcel<wf::EnterCourierNumber>},
    Saying{NoteParcel, with_parcel<wf::NoteParcel>},
    Saying{TakeFromQuarantine, bare<wf::TakeFromQuarantine>},
    Saying{CheckPaper, good_paper},
    Saying{LogCall,
           [](const Subject&) -> Bodies {
             return {wf::LogCall{true, "-"}};
           }},

    // Making and handing out
    Saying{StartMaking, bare<wf::StartMaking>},
    Saying{NoteMakingFailed, with_words<wf::NoteMakingFailed>},
    Saying{ReportSealFault, with_words<wf::ReportSealFault>},
    Saying{NoteSealMade, bare<wf::NoteSealMade>},
    Saying{Dispatch, with_parcel<wf::Dispatch>},
    Saying{HandOver,
           [](const Subject&) -> Bodies {
             return {wf::HandOver{"-", kSomeDigest}};
           }},
    Saying{GiveInvoiceData,
           [](const Subject&) -> Bodies {
             return {wf::GiveInvoiceData{{"-", {}, "-@-"}}};
           }},

    // Renewing
    Saying{StartDownload, download},
    Saying{NoteDownloadFailed, with_words<wf::NoteDownloadFailed>},
};

}  // namespace

Bodies said_well(wf::CommandKind kind, const Subject& subject) {
  const auto found = std::ranges::find(kSayings, kind, &Saying::kind);
  return found == kSayings.end() ? Bodies{} : found->bodies(subject);
}

}  // namespace vermilion::service::orders
