#include "workflow/command.hpp"

namespace vermilion::workflow {
namespace {

constexpr std::array<std::string_view, kCommands> kNames{"begin",
                                                         "fill_form",
                                                         "change_recipient",
                                                         "choose_delivery",
                                                         "upload_document",
                                                         "note_inspection",
                                                         "note_verification",
                                                         "submit",
                                                         "recall",
                                                         "void_order",
                                                         "claim_review",
                                                         "release_review",
                                                         "decide_document",
                                                         "approve",
                                                         "reject",
                                                         "ask_second_person",
                                                         "confirm_as_second",
                                                         "withdraw_question",
                                                         "open_payment",
                                                         "close_payment",
                                                         "note_payment",
                                                         "return_held_payment",
                                                         "ask_refund",
                                                         "attach_refund_letter",
                                                         "withdraw_refund",
                                                         "refuse_refund",
                                                         "approve_refund",
                                                         "note_refund",
                                                         "retry_refund",
                                                         "enter_courier_number",
                                                         "note_parcel",
                                                         "take_from_quarantine",
                                                         "check_paper",
                                                         "log_call",
                                                         "start_making",
                                                         "note_making_failed",
                                                         "note_made",
                                                         "note_revoked",
                                                         "report_seal_fault",
                                                         "note_seal_made",
                                                         "dispatch",
                                                         "hand_over",
                                                         "give_invoice_data",
                                                         "note_invoice",
                                                         "start_download",
                                                         "note_download_failed",
                                                         "note_downloaded"};
static_assert(!kNames.back().empty());

}  // namespace

std::string_view name_of(CommandKind kind) {
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace vermilion::workflow
