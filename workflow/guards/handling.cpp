#include "workflow/guards/handling.hpp"

#include <algorithm>

namespace vermilion::workflow::guards {
namespace {

// SF: SF and 13 digits, or 12 digits; others differ. What all have in common.
constexpr std::size_t kCourierNumberMin = 8;
constexpr std::size_t kCourierNumberMax = 20;

const Parcel& parcel_said(const Context& context) {
  const auto* dispatched = std::get_if<Dispatch>(&context.body);
  return dispatched != nullptr ? dispatched->parcel : context.said<EnterCourierNumber>().parcel;
}

bool is_courier_number(const Context& context) {
  const Parcel& parcel = parcel_said(context);
  const std::string& number = parcel.number;
  return !parcel.carrier.empty() && kCourierNumberMin <= number.size() &&
         number.size() <= kCourierNumberMax && std::ranges::all_of(number, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
         });
}

const PaperItem* find_item(const CheckPaper& check, const std::string& slot) {
  const auto found = std::ranges::find(check.items, slot, &PaperItem::slot);
  return found == check.items.end() ? nullptr : &*found;
}

bool every_paper_is_checked(const Context& context) {
  const VariantTerms* variant = context.variant();
  const auto& check = context.said<CheckPaper>();
  return variant != nullptr && std::ranges::all_of(variant->paper, [&](const PaperTerms& paper) {
           return find_item(check, paper.slot) != nullptr;
         });
}

bool is_good(const Context& context, const PaperItem& item) {
  return item.good && (item.generation == 0 || item.generation == context.order.generation);
}

bool is_in_chosen_key(const Context& context) {
  const auto& download = context.said<StartDownload>();
  const auto& chosen = context.order.chosen;
  return chosen && download.serial == chosen->serial && download.key_id == chosen->key_id;
}

bool validity_is_as_paid(const Context& context) {
  const auto& renewed = context.said<NoteDownloaded>().certificate;
  return context.order.chosen &&
         renewed.valid_until ==
             renewed_until(context.order.chosen->valid_until, context.order.years, context.now);
}

}  // namespace

Instant renewed_until(Instant old_end, int years, Instant downloaded) {
  using std::chrono::floor;
  const Instant from = std::max(old_end, downloaded);
  const auto day = floor<std::chrono::days>(from);
  auto date = std::chrono::year_month_day(day) + std::chrono::years(years);
  if (!date.ok()) date = date.year() / date.month() / std::chrono::last;  // from 29 February
  return std::chrono::sys_days(date) + (from - day);
}

constinit const OrderGuard kCourierNumberIsOne{"carrier and number are well formed",
                                               RefusalCode::CourierNumber, is_courier_number};

constinit const OrderGuard kSomethingIsQuarantined{
    "a parcel is quarantined", RefusalCode::NothingQuarantined,
    [](const Context& context) { return !context.order.quarantined.empty(); }};

constinit const OrderGuard kEveryPaperIsChecked{
    "every paper is checked", RefusalCode::PaperNotAllChecked, every_paper_is_checked};

constinit const OrderGuard kFaultsAreNamed{
    "every fault is named", RefusalCode::ReasonMissing, [](const Context& context) {
      const auto& items = context.said<CheckPaper>().items;
      return std::ranges::all_of(
          items, [](const PaperItem& item) { return item.good || !item.fault.empty(); });
    }};

constinit const OrderGuard kPaperIsGood{
    "the paper is good", RefusalCode::PaperNotAllChecked, [](const Context& context) {
      const auto& items = context.said<CheckPaper>().items;
      return std::ranges::all_of(items,
                                 [&](const PaperItem& item) { return is_good(context, item); });
    }};

constinit const OrderGuard kWasReached{
    "the agent was reached", RefusalCode::NotInThisStatus,
    [](const Context& context) { return context.said<LogCall>().reached; }};

constinit const OrderGuard kCertificateIsNew{
    "the certificate is a new one", RefusalCode::CertificateNotNew, [](const Context& context) {
      const std::string& serial = context.said<NoteMade>().certificate.serial;
      return !serial.empty() && (!context.order.chosen || context.order.chosen->serial != serial);
    }};

constinit const OrderGuard kRevokesTheChosen{
    "it is the certificate to be revoked", RefusalCode::RevocationUnknown,
    [](const Context& context) {
      return context.order.operation == Operation::Reissue && context.order.chosen &&
             context.order.chosen->serial == context.said<NoteRevoked>().serial;
    }};

constinit const OrderGuard kIsRevokedAlready{
    "the revocation is noted already", RefusalCode::RevocationUnknown, [](const Context& context) {
      return context.order.chosen_revoked && kRevokesTheChosen.holds(context);
    }};

constinit const OrderGuard kHasSeal{"a seal is made with it", RefusalCode::NoSeal,
                                    [](const Context& context) {
                                      const VariantTerms* variant = context.variant();
                                      return variant != nullptr && variant->seal;
                                    }};

constinit const OrderGuard kSupplementIsHere{
    "the supplement is here", RefusalCode::SupplementMissing, [](const Context& context) {
      return context.order.supplement && context.order.supplement->received;
    }};

constinit const OrderGuard kIsFetched{
    "it is to be fetched", RefusalCode::NotInThisStatus,
    [](const Context& context) { return context.order.delivery == Delivery::Collection; }};

constinit const OrderGuard kWantsCollection{
    "it is to be fetched", RefusalCode::NotInThisStatus, [](const Context& context) {
      return context.said<ChooseDelivery>().delivery == Delivery::Collection;
    }};

constinit const OrderGuard kSignatureIsRecorded{
    "who fetched it has signed", RefusalCode::SignatureMissing, [](const Context& context) {
      const auto& handed = context.said<HandOver>();
      return !handed.fetched_by.empty() && !handed.signature_sha256.empty();
    }};

constinit const OrderGuard kKeyIsTheChosen{
    "the key inserted is the one paid for", RefusalCode::WrongKey, is_in_chosen_key,
    [](const Context& context, Words& words) {
      words["serial"] = context.order.chosen ? context.order.chosen->serial : "";
    }};

constinit const OrderGuard kRenewedInThatKey{
    "the download went into the key paid for", RefusalCode::WrongKey,
    [](const Context& context) {
      return context.order.chosen &&
             context.said<NoteDownloaded>().certificate.key_id == context.order.chosen->key_id;
    },
    [](const Context& context, Words& words) {
      words["serial"] = context.order.chosen ? context.order.chosen->serial : "";
    }};

constinit const OrderGuard kValidityIsAsPaid{"the validity is the one paid for",
                                             RefusalCode::WrongKey, validity_is_as_paid};

}  // namespace vermilion::workflow::guards
