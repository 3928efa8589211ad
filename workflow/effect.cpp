#include "workflow/effect.hpp"

namespace vermilion::workflow {
namespace {

constexpr std::array<std::string_view, kEffects> kNames{
    "make_forms",         "start_verification", "queue_inspection",  "send_sms",
    "create_payment",     "close_payment",      "refund_payment",    "raise_alarm",
    "make_refund_letter", "call_agent",         "track_parcel",      "reserve_main_key",
    "release_main_key",   "record_main_key",    "issue_certificate", "revoke_certificate",
    "issue_invoice"};
static_assert(!kNames.back().empty());

}  // namespace

std::string_view name_of(EffectKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace vermilion::workflow
