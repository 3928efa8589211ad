#include "tests/workflow/journey.hpp"
#include "tests/workflow/words.hpp"
#include "workflow/digest.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <stdexcept>

// The verbs journeys are told in, and the command each stands for.
namespace vermilion::tests {
namespace {

using namespace workflow;
using Bodies = std::vector<Body>;
using Phrase = std::function<Bodies(const Journey&, const Words&)>;

// The words from there on as one.
std::string rest(const Words& words, std::size_t from, std::string otherwise) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i) text += (text.empty() ? "" : " ") + words[i];
  return text.empty() ? otherwise : text;
}

template <class Enum>
Enum named(const std::string& name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  throw std::invalid_argument("unknown: " + name);
}

Fen amount(const std::string& word, Fen fee) {
  return word == "fee" || word.empty() ? fee : Fen{std::stoll(word)};
}

Fen fee(const Journey& journey) {
  return journey.order.fee.value_or(Fen{});
}

Bodies begin(const Journey& journey, const Words& words) {
  Begin begin;
  begin.order = journey.id;
  begin.organisation = "91360600MA35DEM06M";
  begin.organisation_name = "鹰潭市样例有限公司";
  begin.project = journey.terms.id;
  begin.operation = named(at(words, 1), Operation::Cancel);
  begin.variant = at(words, 2);
  begin.agreement = has(words, "no_agreement") ? "" : journey.terms.agreement;
  begin.scope_acknowledged = !has(words, "no_scope");
  begin.eligible = !has(words, "not_eligible");
  if (begin.operation != Operation::New) {
    begin.chosen = has(words, "another_certificate")
                       ? Certificate{"OTHER", "KEY-9", journey.now, false}
                       : journey.registry;
    begin.typed_serial = option(words, "typed", "OLD-1");
  }
  begin.keys_inserted = static_cast<unsigned>(std::stoi(option(words, "keys", "1")));
  begin.years = std::stoi(option(words, "years", "0"));
  return {begin};
}

Recipient recipient(const Words& words) {
  return {{"李四", option(words, "mobile", "13907010002")},
          option(words, "address", "江西省鹰潭市月湖区胜利路1号")};
}

Bodies fill_form(const Journey&, const Words& words) {
  return {FillForm{{option(words, "agent", "张三"), option(words, "agent_mobile", "13807010001")},
                   recipient(words)}};
}

std::vector<std::string> slots(const Journey& journey, const std::string& which) {
  const auto* variant = find_variant(journey.terms, journey.order.operation, journey.order.variant);
  if (which != "all") return {which};
  if (variant == nullptr || variant->slots.empty()) return {"licence"};  // to be refused
  std::vector<std::string> slots;
  for (const SlotTerms& slot : variant->slots) slots.push_back(slot.id);
  return slots;
}

// A new scan each time: its digest says of what and of which moment it is.
Bodies upload(const Journey& journey, const Words& words) {
  Bodies bodies;
  for (const std::string& slot : slots(journey, at(words, 1))) {
    bodies.push_back(UploadDocument{slot, sha256_of(slot + std::to_string(journey.order.version))});
  }
  return bodies;
}

Bodies inspect(const Journey& journey, const Words& words) {
  Bodies bodies;
  for (const std::string& slot : slots(journey, at(words, 1))) {
    NoteInspection noted;
    noted.slot = slot;
    const Document* document = find_document(journey.order, slot);
    noted.sha256 = has(words, "old_scan") || document == nullptr ? "old" : document->sha256;
    if (at(words, 2) == "blocking") noted.blocking = {at(words, 3)};
    if (document != nullptr && document->template_bound) {
      noted.mark = TemplateMark{journey.order.id, journey.order.generation};
    }
    if (at(words, 2) == "mark") {
      noted.mark = TemplateMark{at(words, 3), static_cast<unsigned>(std::stoi(at(words, 4)))};
    }
    bodies.push_back(noted);
  }
  return bodies;
}

Bodies verify(const Journey& journey, const Words& words) {
  return {NoteVerification{option(words, "order", journey.order.id), at(words, 1) == "passed",
                           "face", "ref-1"}};
}

Bodies decide(const Journey& journey, const Words& words, bool accepted) {
  Bodies bodies;
  for (const std::string& slot : slots(journey, at(words, 1))) {
    const Document* document = find_document(journey.order, slot);
    DecideDocument decided;
    decided.slot = slot;
    decided.sha256 = document == nullptr || has(words, "old_scan") ? "old" : document->sha256;
    decided.accepted = accepted;
    if (!accepted && words.size() > 2) decided.reasons = {at(words, 2)};
    bodies.push_back(decided);
  }
  return bodies;
}

Bodies ask_second(const Journey& journey, const Words& words) {
  const Matter matter = named(at(words, 1), Matter::PublishRules);
  const std::string digest = sha256_of(subject_of(journey.order, matter));
  return {AskSecondPerson{matter, rest(words, 2, ""), option(words, "shown", digest)}};
}

Bodies confirm_second(const Journey& journey, const Words& words) {
  const Matter matter = named(at(words, 1), Matter::PublishRules);
  const std::string digest = sha256_of(subject_of(journey.order, matter));
  return {ConfirmAsSecond{matter, option(words, "shown", digest)}};
}

Bodies paid(const Journey& journey, const Words& words) {
  return {NotePayment{at(words, 1), option(words, "transaction", "T-" + at(words, 1)),
                      amount(at(words, 2), fee(journey)), journey.now}};
}

Bodies check_paper(const Journey& journey, const Words& words) {
  CheckPaper check;
  const auto* variant = find_variant(journey.terms, journey.order.operation, journey.order.variant);
  if (variant == nullptr) return {check};
  for (const PaperTerms& paper : variant->paper) {
    const bool meant = at(words, 2) == paper.slot;
    const bool bad = meant && at(words, 1) == "bad";
    const unsigned generation = journey.order.generation + (meant && at(words, 1) == "stale");
    const SlotTerms* slot = find_slot(*variant, paper.slot);
    if (meant && at(words, 1) == "without") continue;
    check.items.push_back(
        {paper.slot, !bad, bad ? rest(words, 3, "") : "", slot->from_template ? generation : 0});
  }
  return {check};
}

Certificate certificate(const Journey& journey, const Words& words) {
  Certificate made{at(words, 1), option(words, "key", "KEY-1"), journey.now, false};
  if (journey.order.operation == Operation::Renew && journey.order.chosen) {
    const int years = std::stoi(option(words, "years", std::to_string(journey.order.years)));
    const auto end = std::chrono::floor<std::chrono::days>(journey.order.chosen->valid_until);
    const std::chrono::year_month_day date(end);
    made.valid_until = std::chrono::sys_days((date.year() + std::chrono::years(years)) /
                                             date.month() / date.day()) +
                       (journey.order.chosen->valid_until - end);
  }
  return made;
}

Parcel parcel(const Words& words) {
  return {at(words, 1), at(words, 2)};
}

InvoiceData invoice_data(const Words& words) {
  return {"鹰潭市样例有限公司", "91360600MA35DEM06M", option(words, "email", "fp@example.cn")};
}

Bodies download(const Words& words) {
  return {StartDownload{at(words, 1), at(words, 2),
                        static_cast<unsigned>(std::stoi(at(words, 3, "1")))}};
}

const std::map<std::string, Phrase>& phrases() {
  using J = const Journey&;
  using W = const Words&;
  static const std::map<std::string, Phrase> kPhrases{
      {"begin", begin},
      {"fill_form", fill_form},
      {"change_recipient", [](J, W w) { return Bodies{ChangeRecipient{recipient(w)}}; }},
      {"deliver",
       [](J, W w) {
         const bool fetch = at(w, 1) == "collection";
         return Bodies{ChooseDelivery{fetch ? Delivery::Collection : Delivery::Courier}};
       }},
      {"upload", upload},
      {"inspect", inspect},
      {"verify", verify},
      {"submit", [](J, W) { return Bodies{Submit{}}; }},
      {"recall", [](J, W) { return Bodies{Recall{}}; }},
      {"void",
       [](J, W w) {
         return Bodies{VoidOrder{has(w, "wrong_project") ? VoidReason::WrongProject
                                 : has(w, "wrong_name")  ? VoidReason::WrongName
                                                         : VoidReason::ApplicantGaveUp,
                                 option(w, "by")}};
       }},
      {"claim", [](J, W) { return Bodies{ClaimReview{}}; }},
      {"release", [](J, W) { return Bodies{ReleaseReview{}}; }},
      {"accept", [](J j, W w) { return decide(j, w, true); }},
      {"reject_document", [](J j, W w) { return decide(j, w, false); }},
      {"approve", [](J, W) { return Bodies{Approve{}}; }},
      {"reject", [](J, W w) { return Bodies{Reject{has(w, "wrong_project")}}; }},
      {"ask_second", ask_second},
      {"confirm_second", confirm_second},
      {"withdraw_question",
       [](J, W w) { return Bodies{WithdrawQuestion{named(at(w, 1), Matter::PublishRules)}}; }},
      {"open",
       [](J, W w) {
         return Bodies{OpenPayment{at(w, 1), named(at(w, 2, "wechat"), Channel::BankTransfer)}};
       }},
      {"close", [](J, W w) { return Bodies{ClosePayment{at(w, 1)}}; }},
      {"paid", paid},
      {"return_held", [](J, W w) { return Bodies{ReturnHeldPayment{at(w, 1)}}; }},
      {"ask_refund",
       [](J j, W w) {
         return Bodies{AskRefund{at(w, 1), amount(at(w, 2), fee(j)), rest(w, 3, "")}};
       }},
      {"letter", [](J, W) { return Bodies{AttachRefundLetter{"letter-1"}}; }},
      {"withdraw_refund", [](J, W) { return Bodies{WithdrawRefund{}}; }},
      {"refuse_refund", [](J, W w) { return Bodies{RefuseRefund{rest(w, 1, "")}}; }},
      {"approve_refund", [](J, W) { return Bodies{ApproveRefund{}}; }},
      {"refund_arrived",
       [](J, W w) {
         return Bodies{NoteRefund{at(w, 1), true}};
       }},
      {"refund_failed",
       [](J, W w) {
         return Bodies{NoteRefund{at(w, 1), false}};
       }},
      {"retry_refund", [](J, W w) { return Bodies{RetryRefund{at(w, 1)}}; }},
      {"post", [](J, W w) { return Bodies{EnterCourierNumber{parcel(w)}}; }},
      {"parcel", [](J, W w) { return Bodies{NoteParcel{parcel(w)}}; }},
      {"take_from_quarantine", [](J, W) { return Bodies{TakeFromQuarantine{}}; }},
      {"check_paper", check_paper},
      {"call",
       [](J, W w) {
         return Bodies{LogCall{at(w, 1) == "reached", ""}};
       }},
      {"start_making", [](J, W) { return Bodies{StartMaking{}}; }},
      {"making_failed", [](J, W w) { return Bodies{NoteMakingFailed{rest(w, 1, "")}}; }},
      {"made", [](J j, W w) { return Bodies{NoteMade{certificate(j, w)}}; }},
      {"revoked", [](J, W w) { return Bodies{NoteRevoked{at(w, 1)}}; }},
      {"seal_fault", [](J, W w) { return Bodies{ReportSealFault{rest(w, 1, "")}}; }},
      {"seal_made", [](J, W) { return Bodies{NoteSealMade{}}; }},
      {"dispatch", [](J, W w) { return Bodies{Dispatch{parcel(w)}}; }},
      {"hand_over",
       [](J, W w) {
         return Bodies{HandOver{at(w, 1), at(w, 2)}};
       }},
      {"invoice_data", [](J, W w) { return Bodies{GiveInvoiceData{invoice_data(w)}}; }},
      {"invoice", [](J, W w) { return Bodies{NoteInvoice{at(w, 1)}}; }},
      {"download", [](J, W w) { return download(w); }},
      {"download_failed", [](J, W w) { return Bodies{NoteDownloadFailed{rest(w, 1, "拔出")}}; }},
      {"downloaded", [](J j, W w) { return Bodies{NoteDownloaded{certificate(j, w)}}; }},
  };
  return kPhrases;
}

}  // namespace

std::vector<Body> bodies_of(const Journey& journey, const std::vector<std::string>& words) {
  const auto found = phrases().find(words.front());
  return found == phrases().end() ? std::vector<Body>{} : found->second(journey, words);
}

}  // namespace vermilion::tests
