#include "workflow/guards/applying.hpp"

#include "workflow/messages.hpp"
#include "workflow/mobile.hpp"

#include <algorithm>

namespace vermilion::workflow::guards {
namespace {

const Recipient& recipient_said(const Context& context) {
  const auto* form = std::get_if<FillForm>(&context.body);
  return form != nullptr ? form->recipient : context.said<ChangeRecipient>().recipient;
}

bool phones_are_mobile(const Context& context) {
  const auto* form = std::get_if<FillForm>(&context.body);
  return (form == nullptr || is_mobile(form->agent.mobile)) &&
         is_mobile(recipient_said(context).person.mobile);
}

const Document* document_said(const Context& context) {
  const auto* decided = std::get_if<DecideDocument>(&context.body);
  const std::string& slot =
      decided != nullptr ? decided->slot : context.said<NoteInspection>().slot;
  return find_document(context.order, slot);
}

bool scan_is_the_current(const Context& context) {
  const Document* document = document_said(context);
  const auto* decided = std::get_if<DecideDocument>(&context.body);
  const std::string& sha256 =
      decided != nullptr ? decided->sha256 : context.said<NoteInspection>().sha256;
  return document != nullptr && document->sha256 == sha256;
}

template <class Holds>
std::vector<std::string> slots_where(const Order& order, Holds holds) {
  std::vector<std::string> slots;
  for (const auto& [slot, document] : order.documents) {
    if (holds(document)) slots.push_back(slot);
  }
  return slots;
}

bool is_the_last_inspection(const Context& context) {
  const auto& noted = context.said<NoteInspection>();
  return std::ranges::all_of(context.order.documents,
                             [&](const auto& entry) {
                               return entry.second.inspected || entry.first == noted.slot;
                             }) &&
         scan_is_the_current(context);
}

}  // namespace

std::vector<std::string> missing_slots(const Order& order, const ProjectTerms& terms) {
  std::vector<std::string> missing;
  const VariantTerms* variant = find_variant(terms, order.operation, order.variant);
  if (variant == nullptr) return missing;
  for (const SlotTerms& slot : variant->slots) {
    if (find_document(order, slot.id) == nullptr) missing.push_back(slot.id);
  }
  return missing;
}

std::vector<std::string> blocked_slots(const Order& order) {
  return slots_where(order, [](const Document& document) { return document.stands_in_the_way(); });
}

std::vector<std::string> rejected_slots(const Order& order) {
  return slots_where(order, [](const Document& document) {
    return document.decision == Document::Decision::Rejected;
  });
}

constinit const OrderGuard kPhonesAreMobile{"telephones are mobile numbers",
                                            RefusalCode::MobileNumber, phones_are_mobile};

constinit const OrderGuard kRecipientIsComplete{
    "the recipient has a name and an address", RefusalCode::RecipientIncomplete,
    [](const Context& context) {
      const Recipient& recipient = recipient_said(context);
      return !recipient.person.name.empty() && !recipient.address.empty();
    }};

constinit const OrderGuard kSlotIsWanted{
    "the document is asked for", RefusalCode::SlotUnknown, [](const Context& context) {
      const VariantTerms* variant = context.variant();
      return variant != nullptr &&
             find_slot(*variant, context.said<UploadDocument>().slot) != nullptr;
    }};

constinit const OrderGuard kIsVerifiedIfFirst{
    "the legal person is verified, if that comes first", RefusalCode::VerifyFirst,
    [](const Context& context) {
      return !context.facts.terms.verified_before_upload || kIsVerified.holds(context);
    }};

constinit const OrderGuard kMayBeReplaced{
    "the document was not accepted", RefusalCode::DocumentAccepted, [](const Context& context) {
      return may_be_replaced(context.order, context.said<UploadDocument>().slot);
    }};

constinit const OrderGuard kProjectIsRight{
    "the project is the right one", RefusalCode::WrongProject,
    [](const Context& context) { return !context.order.wrong_project; }};

constinit const OrderGuard kScanIsTheCurrent{"it is about the current scan",
                                             RefusalCode::ScanReplaced, scan_is_the_current};

constinit const OrderGuard kIsTheLastInspection{"it is the last inspection",
                                                RefusalCode::ScanReplaced, is_the_last_inspection};

constinit const OrderGuard kCodeIsOfThisOrder{
    "the code scanned is this order's", RefusalCode::VerificationOfAnotherOrder,
    [](const Context& context) {
      return context.said<NoteVerification>().order == context.order.id;
    }};

constinit const OrderGuard kVerificationIsNeeded{
    "the project asks for verification", RefusalCode::VerificationNotNeeded,
    [](const Context& context) {
      return context.order.verification.state != Verification::State::NotNeeded;
    }};

constinit const OrderGuard kLegalPersonPassed{
    "the legal person passed", RefusalCode::VerifyNotDone, [](const Context& context) {
      return context.said<NoteVerification>().passed ||
             context.order.verification.state == Verification::State::Passed;
    }};

constinit const OrderGuard kFormIsFilled{
    "the form is filled", RefusalCode::FormIncomplete,
    [](const Context& context) { return !context.order.agent.mobile.empty(); }};

constinit const OrderGuard kDocumentsAreThere{
    "every document is there", RefusalCode::DocumentsMissing,
    [](const Context& context) {
      return missing_slots(context.order, context.facts.terms).empty();
    },
    [](const Context& context, Words& words) {
      tell_slots(missing_slots(context.order, context.facts.terms), context.variant(), words);
    }};

constinit const OrderGuard kIsVerified{
    "the legal person is verified (认证成功)", RefusalCode::VerifyNotDone,
    [](const Context& context) {
      return context.order.verification.state == Verification::State::NotNeeded ||
             context.order.verification.state == Verification::State::Passed;
    }};

constinit const OrderGuard kNothingBlocks{
    "no finding blocks", RefusalCode::FindingsBlock,
    [](const Context& context) { return blocked_slots(context.order).empty(); },
    [](const Context& context, Words& words) {
      tell_slots(blocked_slots(context.order), context.variant(), words);
    }};

constinit const OrderGuard kRejectedAreReplaced{
    "what was rejected is replaced", RefusalCode::RejectedNotReplaced,
    [](const Context& context) { return rejected_slots(context.order).empty(); },
    [](const Context& context, Words& words) {
      tell_slots(rejected_slots(context.order), context.variant(), words);
    }};

constinit const OrderGuard kMainKeyIsOurs{
    "the main key is reserved for this order", RefusalCode::MainKeyLost,
    [](const Context& context) {
      const MainKey& key = context.facts.main_key;
      return !context.order.reserves_main_key ||
             (key.state == MainKey::State::Reserved && key.order == context.order.id);
    }};

constinit const OrderGuard kAllAreInspected{
    "every scan is inspected", RefusalCode::FindingsBlock, [](const Context& context) {
      return std::ranges::all_of(context.order.documents,
                                 [](const auto& entry) { return entry.second.inspected; });
    }};

}  // namespace vermilion::workflow::guards
