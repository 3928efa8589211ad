#include "service/orders/commands.hpp"

#include "service/orders/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace vermilion::service::orders {
namespace {

using workflow::Body;
using workflow::CommandKind;
namespace wf = workflow;

// Characters. The longest name of an organisation on record has 58, an address with its room about
// eighty; the others are what a person writes into a field of a page.
constexpr std::size_t kName = 100;
constexpr std::size_t kMobile = 20;
constexpr std::size_t kAddress = 200;
constexpr std::size_t kReason = 500;
constexpr std::size_t kNumber = 64;  // of parcels, certificates, keys
constexpr std::size_t kEmail = 254;  // RFC 5321
constexpr std::size_t kId = 64;
constexpr std::size_t kItems = 50;  // slots of an order: ten times what the largest project has
// A hundred million yuan in fen.
constexpr std::int64_t kFenMost = 10'000'000'000;

wf::Person person(Members& said) {
  return {said.text("name", kName), said.text("mobile", kMobile)};
}

wf::Recipient recipient(Members& said) {
  wf::Recipient recipient;
  said.object("person", [&](Members& members) { recipient.person = person(members); });
  recipient.address = said.text("address", kAddress);
  return recipient;
}

wf::Parcel parcel(Members& said) {
  return {said.text("carrier", kNumber), said.text("number", kNumber)};
}

wf::Matter matter(Members& said) {
  static const std::map<std::string_view, wf::Matter> kMatters{
      {name_of(wf::Matter::OverrideFinding), wf::Matter::OverrideFinding},
      {name_of(wf::Matter::RevokeByReissue), wf::Matter::RevokeByReissue},
      {name_of(wf::Matter::RefundAfterMaking), wf::Matter::RefundAfterMaking}};
  return said.one_of("matter", kMatters);
}

Body fill_form(Members& said) {
  wf::FillForm form;
  said.object("agent", [&](Members& members) { form.agent = person(members); });
  said.object("recipient", [&](Members& members) { form.recipient = recipient(members); });
  return form;
}

Body change_recipient(Members& said) {
  return wf::ChangeRecipient{recipient(said)};
}

Body choose_delivery(Members& said) {
  static const std::map<std::string_view, wf::Delivery> kDeliveries{
      {"courier", wf::Delivery::Courier}, {"collection", wf::Delivery::Collection}};
  return wf::ChooseDelivery{said.one_of("delivery", kDeliveries)};
}

Body void_order(Members& said) {
  static const std::map<std::string_view, wf::VoidReason> kReasons{
      {"applicant_gave_up", wf::VoidReason::ApplicantGaveUp},
      {"wrong_project", wf::VoidReason::WrongProject},
      {"wrong_name", wf::VoidReason::WrongName},
      {"wrong_code", wf::VoidReason::WrongCode}};
  return wf::VoidOrder{said.one_of("reason", kReasons), {}};
}

Body decide_document(Members& said) {
  return wf::DecideDocument{said.text("slot", kId), said.sha256("sha256"), said.flag("accepted"),
                            said.texts_if_any("reasons", kItems, kReason)};
}

// Its digest is of what the reviewer was shown; the clerk holds it against the order.
Body approve(Members& said) {
  static_cast<void>(said.sha256("digest"));
  return wf::Approve{};
}

Body reject(Members& said) {
  return wf::Reject{said.flag_or("wrong_project", false)};
}

Body ask_second_person(Members& said) {
  return wf::AskSecondPerson{matter(said), said.text("reason", kReason), said.sha256("digest")};
}

Body confirm_as_second(Members& said) {
  return wf::ConfirmAsSecond{matter(said), said.sha256("digest")};
}

Body withdraw_question(Members& said) {
  return wf::WithdrawQuestion{matter(said)};
}

Body open_payment(Members& said) {
  static const std::map<std::string_view, wf::Channel> kChannels{
      {name_of(wf::Channel::WeChat), wf::Channel::WeChat},
      {name_of(wf::Channel::Alipay), wf::Channel::Alipay},
      {name_of(wf::Channel::BankTransfer), wf::Channel::BankTransfer}};
  return wf::OpenPayment{{}, said.one_of("channel", kChannels)};
}

Body return_held_payment(Members& said) {
  return wf::ReturnHeldPayment{said.text("attempt", kId)};
}

Body ask_refund(Members& said) {
  return wf::AskRefund{
      {}, wf::Fen{said.number_or("amount_fen", 1, kFenMost, 0)}, said.text("reason", kReason)};
}

Body attach_refund_letter(Members& said) {
  return wf::AttachRefundLetter{said.sha256("sha256")};
}

Body refuse_refund(Members& said) {
  return wf::RefuseRefund{said.text("reason", kReason)};
}

Body enter_courier_number(Members& said) {
  return wf::EnterCourierNumber{parcel(said)};
}

Body note_parcel(Members& said) {
  return wf::NoteParcel{parcel(said)};
}

Body check_paper(Members& said) {
  wf::CheckPaper check;
  said.list("items", kItems, [&](Members& item) {
    check.items.push_back({item.text("slot", kId), item.flag("good"),
                           item.text_if_any("fault", kReason),
                           static_cast<unsigned>(item.number_or("generation", 0, 1'000'000, 0))});
  });
  return check;
}

Body log_call(Members& said) {
  return wf::LogCall{said.flag("reached"), said.text_if_any("note", kReason)};
}

Body note_making_failed(Members& said) {
  return wf::NoteMakingFailed{said.text("reason", kReason)};
}

Body report_seal_fault(Members& said) {
  return wf::ReportSealFault{said.text("fault", kReason)};
}

Body dispatch(Members& said) {
  return wf::Dispatch{parcel(said)};
}

Body hand_over(Members& said) {
  return wf::HandOver{said.text("fetched_by", kName), said.sha256("signature_sha256")};
}

Body give_invoice_data(Members& said) {
  return wf::GiveInvoiceData{
      {said.text("title", kName), said.text_if_any("tax_id", kNumber), said.text("email", kEmail)}};
}

Body start_download(Members& said) {
  return wf::StartDownload{said.text_if_any("serial", kNumber), said.text("key_id", kNumber),
                           static_cast<unsigned>(said.number_or("keys_inserted", 0, 100, 1))};
}

Body note_download_failed(Members& said) {
  return wf::NoteDownloadFailed{said.text("reason", kReason)};
}

using Parse = Body (*)(Members&);

// Commands that say more than themselves.
constexpr std::array kParsers{
    std::pair{CommandKind::FillForm, Parse{fill_form}},
    std::pair{CommandKind::ChangeRecipient, Parse{change_recipient}},
    std::pair{CommandKind::ChooseDelivery, Parse{choose_delivery}},
    std::pair{CommandKind::VoidOrder, Parse{void_order}},
    std::pair{CommandKind::DecideDocument, Parse{decide_document}},
    std::pair{CommandKind::Approve, Parse{approve}},
    std::pair{CommandKind::Reject, Parse{reject}},
    std::pair{CommandKind::AskSecondPerson, Parse{ask_second_person}},
    std::pair{CommandKind::ConfirmAsSecond, Parse{confirm_as_second}},
    std::pair{CommandKind::WithdrawQuestion, Parse{withdraw_question}},
    std::pair{CommandKind::OpenPayment, Parse{open_payment}},
    std::pair{CommandKind::ReturnHeldPayment, Parse{return_held_payment}},
    std::pair{CommandKind::AskRefund, Parse{ask_refund}},
    std::pair{CommandKind::AttachRefundLetter, Parse{attach_refund_letter}},
    std::pair{CommandKind::RefuseRefund, Parse{refuse_refund}},
    std::pair{CommandKind::EnterCourierNumber, Parse{enter_courier_number}},
    std::pair{CommandKind::NoteParcel, Parse{note_parcel}},
    std::pair{CommandKind::CheckPaper, Parse{check_paper}},
    std::pair{CommandKind::LogCall, Parse{log_call}},
    std::pair{CommandKind::NoteMakingFailed, Parse{note_making_failed}},
    std::pair{CommandKind::ReportSealFault, Parse{report_seal_fault}},
    std::pair{CommandKind::Dispatch, Parse{dispatch}},
    std::pair{CommandKind::HandOver, Parse{hand_over}},
    std::pair{CommandKind::GiveInvoiceData, Parse{give_invoice_data}},
    std::pair{CommandKind::StartDownload, Parse{start_download}},
    std::pair{CommandKind::NoteDownloadFailed, Parse{note_download_failed}},
};

Parse parser_of(CommandKind kind) {
  const auto found = std::ranges::find(kParsers, kind, &std::pair<CommandKind, Parse>::first);
  return found == kParsers.end() ? nullptr : found->second;
}

template <std::size_t... I>
Body bare_body(CommandKind kind, std::index_sequence<I...>) {
  Body body;
  static_cast<void>(
      ((static_cast<std::size_t>(kind) == I && (body.template emplace<I>(), true)) || ...));
  return body;
}

const wf::Refund* failed_refund(const wf::Order& order) {
  const auto found =
      std::ranges::find(order.refunds, wf::Refund::State::Failed, &wf::Refund::state);
  return found == order.refunds.end() ? nullptr : &*found;
}

void fill(wf::OpenPayment& body, const wf::Order& order) {
  body.attempt = fmt::format("{}-P{}", order.id, order.attempts.size() + 1);
}

void fill(wf::AskRefund& body, const wf::Order& order) {
  body.refund = fmt::format("{}-R{}", order.id, order.refunds.size() + 1);
  const wf::Attempt* paid = wf::settled_attempt(order);
  if (body.amount == wf::Fen{} && paid != nullptr) body.amount = paid->paid;
}

void fill(wf::RetryRefund& body, const wf::Order& order) {
  if (const wf::Refund* refund = failed_refund(order)) body.refund = refund->id;
}

void fill(wf::StartDownload& body, const wf::Order& order) {
  if (body.serial.empty() && order.chosen) body.serial = order.chosen->serial;
}

template <class T>
void fill(T&, const wf::Order&) {}

}  // namespace

bool has_members(CommandKind kind) {
  return parser_of(kind) != nullptr;
}

Read<Body> command_of(CommandKind kind, std::string_view text) {
  const Parse parse = parser_of(kind);
  if (parse == nullptr) return bare_body(kind, std::make_index_sequence<wf::kCommands>{});
  Mistakes mistakes;
  const auto json = object_in(text, mistakes);
  if (!mistakes.empty()) return tl::make_unexpected(std::move(mistakes));
  Members members(json, "", mistakes);
  Body body = parse(members);
  members.end();
  if (!mistakes.empty()) return tl::make_unexpected(std::move(mistakes));
  return body;
}

Read<wf::Begin> begin_of(std::string_view text) {
  static const std::map<std::string_view, wf::Operation> kOperations{
      {name_of(wf::Operation::New), wf::Operation::New},
      {name_of(wf::Operation::Reissue), wf::Operation::Reissue},
      {name_of(wf::Operation::Renew), wf::Operation::Renew},
      {name_of(wf::Operation::Change), wf::Operation::Change},
      {name_of(wf::Operation::Cancel), wf::Operation::Cancel}};
  Mistakes mistakes;
  const auto json = object_in(text, mistakes);
  if (!mistakes.empty()) return tl::make_unexpected(std::move(mistakes));
  Members said(json, "", mistakes);
  wf::Begin begin;
  begin.project = said.text("project", kId);
  begin.operation = said.one_of("operation", kOperations);
  begin.variant = said.text("variant", kId);
  begin.agreement = said.text_if_any("agreement", kId);
  begin.scope_acknowledged = said.flag_or("scope_acknowledged", false);
  begin.eligible = said.flag_or("eligible", false);
  const std::string chosen = said.text_if_any("chosen_serial", kNumber);
  if (!chosen.empty()) begin.chosen = wf::Certificate{chosen, {}, {}, false};
  begin.typed_serial = said.text_if_any("typed_serial", kNumber);
  begin.keys_inserted = static_cast<unsigned>(said.number_or("keys_inserted", 0, 100, 0));
  begin.years = static_cast<int>(said.number_or("years", 0, kYearsMost, 0));
  begin.replaces = said.text_if_any("replaces", kId);
  said.end();
  if (!mistakes.empty()) return tl::make_unexpected(std::move(mistakes));
  return begin;
}

void complete(Body& body, const wf::Order& order) {
  std::visit([&](auto& said) { fill(said, order); }, body);
}

}  // namespace vermilion::service::orders
