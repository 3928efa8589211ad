#pragma once

#include "workflow/event.hpp"
#include "workflow/organisation/organisation.hpp"

#include <string_view>
#include <tuple>

// The stored name of every member of everything that can be said. Reading and writing both go by
// these, so they cannot disagree.
namespace vermilion::service::store::record {

template <class Struct, class Member>
struct Field {
  std::string_view name;
  Member Struct::*member;
};
template <class Struct, class Member>
Field(const char*, Member Struct::*) -> Field<Struct, Member>;

template <class T>
inline constexpr auto kFields = nullptr;

// Particulars
template <>
inline constexpr auto kFields<workflow::Certificate> =
    std::tuple{Field{"serial", &workflow::Certificate::serial},
               Field{"key_id", &workflow::Certificate::key_id},
               Field{"valid_until", &workflow::Certificate::valid_until},
               Field{"main_key", &workflow::Certificate::main_key}};
template <>
inline constexpr auto kFields<workflow::Person> =
    std::tuple{Field{"name", &workflow::Person::name}, Field{"mobile", &workflow::Person::mobile}};
template <>
inline constexpr auto kFields<workflow::Recipient> = std::tuple{
    Field{"person", &workflow::Recipient::person}, Field{"address", &workflow::Recipient::address}};
template <>
inline constexpr auto kFields<workflow::Parcel> = std::tuple{
    Field{"carrier", &workflow::Parcel::carrier}, Field{"number", &workflow::Parcel::number}};
template <>
inline constexpr auto kFields<workflow::InvoiceData> = std::tuple{
    Field{"title", &workflow::InvoiceData::title}, Field{"tax_id", &workflow::InvoiceData::tax_id},
    Field{"email", &workflow::InvoiceData::email}};
template <>
inline constexpr auto kFields<workflow::Actor> =
    std::tuple{Field{"role", &workflow::Actor::role}, Field{"id", &workflow::Actor::id}};
template <>
inline constexpr auto kFields<workflow::Pinned> =
    std::tuple{Field{"fee", &workflow::Pinned::fee},
               Field{"terms_digest", &workflow::Pinned::terms_digest},
               Field{"verification", &workflow::Pinned::verification},
               Field{"reserves_main_key", &workflow::Pinned::reserves_main_key},
               Field{"template_bound", &workflow::Pinned::template_bound},
               Field{"until", &workflow::Pinned::until},
               Field{"subject", &workflow::Pinned::subject}};

// Applying
template <>
inline constexpr auto kFields<workflow::commands::Begin> =
    std::tuple{Field{"order", &workflow::commands::Begin::order},
               Field{"organisation", &workflow::commands::Begin::organisation},
               Field{"organisation_name", &workflow::commands::Begin::organisation_name},
               Field{"project", &workflow::commands::Begin::project},
               Field{"operation", &workflow::commands::Begin::operation},
               Field{"variant", &workflow::commands::Begin::variant},
               Field{"agreement", &workflow::commands::Begin::agreement},
               Field{"scope_acknowledged", &workflow::commands::Begin::scope_acknowledged},
               Field{"eligible", &workflow::commands::Begin::eligible},
               Field{"chosen", &workflow::commands::Begin::chosen},
               Field{"typed_serial", &workflow::commands::Begin::typed_serial},
               Field{"keys_inserted", &workflow::commands::Begin::keys_inserted},
               Field{"years", &workflow::commands::Begin::years},
               Field{"replaces", &workflow::commands::Begin::replaces}};
template <>
inline constexpr auto kFields<workflow::commands::FillForm> =
    std::tuple{Field{"agent", &workflow::commands::FillForm::agent},
               Field{"recipient", &workflow::commands::FillForm::recipient}};
template <>
inline constexpr auto kFields<workflow::commands::ChangeRecipient> =
    std::tuple{Field{"recipient", &workflow::commands::ChangeRecipient::recipient}};
template <>
inline constexpr auto kFields<workflow::commands::ChooseDelivery> =
    std::tuple{Field{"delivery", &workflow::commands::ChooseDelivery::delivery}};
template <>
inline constexpr auto kFields<workflow::commands::UploadDocument> =
    std::tuple{Field{"slot", &workflow::commands::UploadDocument::slot},
               Field{"sha256", &workflow::commands::UploadDocument::sha256}};
template <>
inline constexpr auto kFields<workflow::commands::TemplateMark> =
    std::tuple{Field{"order", &workflow::commands::TemplateMark::order},
               Field{"generation", &workflow::commands::TemplateMark::generation}};
template <>
inline constexpr auto kFields<workflow::commands::NoteInspection> =
    std::tuple{Field{"slot", &workflow::commands::NoteInspection::slot},
               Field{"sha256", &workflow::commands::NoteInspection::sha256},
               Field{"blocking", &workflow::commands::NoteInspection::blocking},
               Field{"mark", &workflow::commands::NoteInspection::mark}};
template <>
inline constexpr auto kFields<workflow::commands::NoteVerification> =
    std::tuple{Field{"order", &workflow::commands::NoteVerification::order},
               Field{"passed", &workflow::commands::NoteVerification::passed},
               Field{"channel", &workflow::commands::NoteVerification::channel},
               Field{"reference", &workflow::commands::NoteVerification::reference}};
template <>
inline constexpr auto kFields<workflow::commands::Submit> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::Recall> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::VoidOrder> =
    std::tuple{Field{"reason", &workflow::commands::VoidOrder::reason},
               Field{"replaced_by", &workflow::commands::VoidOrder::replaced_by}};

// Reviewing
template <>
inline constexpr auto kFields<workflow::commands::ClaimReview> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::ReleaseReview> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::DecideDocument> =
    std::tuple{Field{"slot", &workflow::commands::DecideDocument::slot},
               Field{"sha256", &workflow::commands::DecideDocument::sha256},
               Field{"accepted", &workflow::commands::DecideDocument::accepted},
               Field{"reasons", &workflow::commands::DecideDocument::reasons}};
template <>
inline constexpr auto kFields<workflow::commands::Approve> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::Reject> =
    std::tuple{Field{"wrong_project", &workflow::commands::Reject::wrong_project}};
template <>
inline constexpr auto kFields<workflow::commands::AskSecondPerson> =
    std::tuple{Field{"matter", &workflow::commands::AskSecondPerson::matter},
               Field{"reason", &workflow::commands::AskSecondPerson::reason},
               Field{"digest", &workflow::commands::AskSecondPerson::digest}};
template <>
inline constexpr auto kFields<workflow::commands::ConfirmAsSecond> =
    std::tuple{Field{"matter", &workflow::commands::ConfirmAsSecond::matter},
               Field{"digest", &workflow::commands::ConfirmAsSecond::digest}};
template <>
inline constexpr auto kFields<workflow::commands::WithdrawQuestion> =
    std::tuple{Field{"matter", &workflow::commands::WithdrawQuestion::matter}};

// Paying
template <>
inline constexpr auto kFields<workflow::commands::OpenPayment> =
    std::tuple{Field{"attempt", &workflow::commands::OpenPayment::attempt},
               Field{"channel", &workflow::commands::OpenPayment::channel}};
template <>
inline constexpr auto kFields<workflow::commands::ClosePayment> =
    std::tuple{Field{"attempt", &workflow::commands::ClosePayment::attempt}};
template <>
inline constexpr auto kFields<workflow::commands::NotePayment> =
    std::tuple{Field{"attempt", &workflow::commands::NotePayment::attempt},
               Field{"transaction", &workflow::commands::NotePayment::transaction},
               Field{"amount", &workflow::commands::NotePayment::amount},
               Field{"paid_at", &workflow::commands::NotePayment::paid_at}};
template <>
inline constexpr auto kFields<workflow::commands::ReturnHeldPayment> =
    std::tuple{Field{"attempt", &workflow::commands::ReturnHeldPayment::attempt}};
template <>
inline constexpr auto kFields<workflow::commands::AskRefund> =
    std::tuple{Field{"refund", &workflow::commands::AskRefund::refund},
               Field{"amount", &workflow::commands::AskRefund::amount},
               Field{"reason", &workflow::commands::AskRefund::reason}};
template <>
inline constexpr auto kFields<workflow::commands::AttachRefundLetter> =
    std::tuple{Field{"sha256", &workflow::commands::AttachRefundLetter::sha256}};
template <>
inline constexpr auto kFields<workflow::commands::WithdrawRefund> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::RefuseRefund> =
    std::tuple{Field{"reason", &workflow::commands::RefuseRefund::reason}};
template <>
inline constexpr auto kFields<workflow::commands::ApproveRefund> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::NoteRefund> =
    std::tuple{Field{"refund", &workflow::commands::NoteRefund::refund},
               Field{"arrived", &workflow::commands::NoteRefund::arrived}};
template <>
inline constexpr auto kFields<workflow::commands::RetryRefund> =
    std::tuple{Field{"refund", &workflow::commands::RetryRefund::refund}};
template <>
inline constexpr auto kFields<workflow::commands::GiveInvoiceData> =
    std::tuple{Field{"data", &workflow::commands::GiveInvoiceData::data}};
template <>
inline constexpr auto kFields<workflow::commands::NoteInvoice> =
    std::tuple{Field{"number", &workflow::commands::NoteInvoice::number}};

// Handling
template <>
inline constexpr auto kFields<workflow::commands::EnterCourierNumber> =
    std::tuple{Field{"parcel", &workflow::commands::EnterCourierNumber::parcel}};
template <>
inline constexpr auto kFields<workflow::commands::NoteParcel> =
    std::tuple{Field{"parcel", &workflow::commands::NoteParcel::parcel}};
template <>
inline constexpr auto kFields<workflow::commands::TakeFromQuarantine> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::PaperItem> =
    std::tuple{Field{"slot", &workflow::commands::PaperItem::slot},
               Field{"good", &workflow::commands::PaperItem::good},
               Field{"fault", &workflow::commands::PaperItem::fault},
               Field{"generation", &workflow::commands::PaperItem::generation}};
template <>
inline constexpr auto kFields<workflow::commands::CheckPaper> =
    std::tuple{Field{"items", &workflow::commands::CheckPaper::items}};
template <>
inline constexpr auto kFields<workflow::commands::LogCall> =
    std::tuple{Field{"reached", &workflow::commands::LogCall::reached},
               Field{"note", &workflow::commands::LogCall::note}};
template <>
inline constexpr auto kFields<workflow::commands::StartMaking> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::NoteMakingFailed> =
    std::tuple{Field{"reason", &workflow::commands::NoteMakingFailed::reason}};
template <>
inline constexpr auto kFields<workflow::commands::NoteMade> =
    std::tuple{Field{"certificate", &workflow::commands::NoteMade::certificate}};
template <>
inline constexpr auto kFields<workflow::commands::NoteRevoked> =
    std::tuple{Field{"serial", &workflow::commands::NoteRevoked::serial}};
template <>
inline constexpr auto kFields<workflow::commands::ReportSealFault> =
    std::tuple{Field{"fault", &workflow::commands::ReportSealFault::fault}};
template <>
inline constexpr auto kFields<workflow::commands::NoteSealMade> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::commands::Dispatch> =
    std::tuple{Field{"parcel", &workflow::commands::Dispatch::parcel}};
template <>
inline constexpr auto kFields<workflow::commands::HandOver> =
    std::tuple{Field{"fetched_by", &workflow::commands::HandOver::fetched_by},
               Field{"signature_sha256", &workflow::commands::HandOver::signature_sha256}};

// Renewing
template <>
inline constexpr auto kFields<workflow::commands::StartDownload> =
    std::tuple{Field{"serial", &workflow::commands::StartDownload::serial},
               Field{"key_id", &workflow::commands::StartDownload::key_id},
               Field{"keys_inserted", &workflow::commands::StartDownload::keys_inserted}};
template <>
inline constexpr auto kFields<workflow::commands::NoteDownloadFailed> =
    std::tuple{Field{"reason", &workflow::commands::NoteDownloadFailed::reason}};
template <>
inline constexpr auto kFields<workflow::commands::NoteDownloaded> =
    std::tuple{Field{"certificate", &workflow::commands::NoteDownloaded::certificate}};

// Organisations
template <>
inline constexpr auto kFields<workflow::organisation::SendCode> =
    std::tuple{Field{"purpose", &workflow::organisation::SendCode::purpose},
               Field{"mobile", &workflow::organisation::SendCode::mobile},
               Field{"digest", &workflow::organisation::SendCode::digest},
               Field{"captcha_passed", &workflow::organisation::SendCode::captcha_passed}};
template <>
inline constexpr auto kFields<workflow::organisation::EnterCode> =
    std::tuple{Field{"purpose", &workflow::organisation::EnterCode::purpose},
               Field{"mobile", &workflow::organisation::EnterCode::mobile},
               Field{"digest", &workflow::organisation::EnterCode::digest}};
template <>
inline constexpr auto kFields<workflow::organisation::Register> =
    std::tuple{Field{"credit_code", &workflow::organisation::Register::credit_code},
               Field{"name", &workflow::organisation::Register::name},
               Field{"seat", &workflow::organisation::Register::seat},
               Field{"person", &workflow::organisation::Register::person},
               Field{"mobile", &workflow::organisation::Register::mobile},
               Field{"replaces", &workflow::organisation::Register::replaces}};
template <>
inline constexpr auto kFields<workflow::organisation::ResetPassword> =
    std::tuple{Field{"mobile", &workflow::organisation::ResetPassword::mobile}};
template <>
inline constexpr auto kFields<workflow::organisation::AddSeat> =
    std::tuple{Field{"seat", &workflow::organisation::AddSeat::seat},
               Field{"person", &workflow::organisation::AddSeat::person},
               Field{"mobile", &workflow::organisation::AddSeat::mobile}};
template <>
inline constexpr auto kFields<workflow::organisation::RemoveSeat> =
    std::tuple{Field{"seat", &workflow::organisation::RemoveSeat::seat}};
template <>
inline constexpr auto kFields<workflow::organisation::AskPhoneChange> =
    std::tuple{Field{"mobile", &workflow::organisation::AskPhoneChange::mobile},
               Field{"material_sha256", &workflow::organisation::AskPhoneChange::material_sha256},
               Field{"reason", &workflow::organisation::AskPhoneChange::reason}};
template <>
inline constexpr auto kFields<workflow::organisation::ApprovePhoneChange> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::organisation::RefusePhoneChange> =
    std::tuple{Field{"reason", &workflow::organisation::RefusePhoneChange::reason}};
template <>
inline constexpr auto kFields<workflow::organisation::AskRename> =
    std::tuple{Field{"wrong", &workflow::organisation::AskRename::wrong},
               Field{"right", &workflow::organisation::AskRename::right},
               Field{"reason", &workflow::organisation::AskRename::reason},
               Field{"evidence_sha256", &workflow::organisation::AskRename::evidence_sha256}};
template <>
inline constexpr auto kFields<workflow::organisation::ConfirmRename> =
    std::tuple{Field{"digest", &workflow::organisation::ConfirmRename::digest}};
template <>
inline constexpr auto kFields<workflow::organisation::WithdrawRename> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::organisation::ConfirmName> = std::tuple<>{};
template <>
inline constexpr auto kFields<workflow::organisation::Supersede> =
    std::tuple{Field{"by", &workflow::organisation::Supersede::by}};
template <>
inline constexpr auto kFields<workflow::organisation::ReserveMainKey> =
    std::tuple{Field{"project", &workflow::organisation::ReserveMainKey::project},
               Field{"order", &workflow::organisation::ReserveMainKey::order}};
template <>
inline constexpr auto kFields<workflow::organisation::ReleaseMainKey> =
    std::tuple{Field{"project", &workflow::organisation::ReleaseMainKey::project},
               Field{"order", &workflow::organisation::ReleaseMainKey::order}};
template <>
inline constexpr auto kFields<workflow::organisation::RecordMainKey> =
    std::tuple{Field{"project", &workflow::organisation::RecordMainKey::project},
               Field{"order", &workflow::organisation::RecordMainKey::order},
               Field{"serial", &workflow::organisation::RecordMainKey::serial},
               Field{"replaces", &workflow::organisation::RecordMainKey::replaces},
               Field{"valid_until", &workflow::organisation::RecordMainKey::valid_until}};
template <>
inline constexpr auto kFields<workflow::organisation::ImportMainKey> =
    std::tuple{Field{"project", &workflow::organisation::ImportMainKey::project},
               Field{"serial", &workflow::organisation::ImportMainKey::serial},
               Field{"valid_until", &workflow::organisation::ImportMainKey::valid_until}};

}  // namespace vermilion::service::store::record
