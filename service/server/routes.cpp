#include "service/server/routes.hpp"

#include "pipeline/limits.hpp"
#include "rules/yaml/parse.hpp"
#include "service/scans/evidence.hpp"
#include "service/server/handlers/account_answers.hpp"
#include "service/server/handlers/audit.hpp"
#include "service/server/handlers/callbacks.hpp"
#include "service/server/handlers/captchas.hpp"
#include "service/server/handlers/documents.hpp"
#include "service/server/handlers/events.hpp"
#include "service/server/handlers/forms.hpp"
#include "service/server/handlers/health.hpp"
#include "service/server/handlers/inspections.hpp"
#include "service/server/handlers/key_requests.hpp"
#include "service/server/handlers/order_commands.hpp"
#include "service/server/handlers/orders.hpp"
#include "service/server/handlers/organisations.hpp"
#include "service/server/handlers/phone_changes.hpp"
#include "service/server/handlers/pictures.hpp"
#include "service/server/handlers/post_room.hpp"
#include "service/server/handlers/projects.hpp"
#include "service/server/handlers/registration.hpp"
#include "service/server/handlers/review.hpp"
#include "service/server/handlers/rule_drafts.hpp"
#include "service/server/handlers/rule_files.hpp"
#include "service/server/handlers/seats.hpp"
#include "service/server/handlers/sign_in.hpp"
#include "service/server/handlers/site.hpp"
#include "service/server/handlers/staff.hpp"
#include "service/server/handlers/webhooks.hpp"

#include <array>
#include <optional>

namespace vermilion::service::server {
namespace {

using accounts::Role;

// A notice of WeChat Pay has 4 KiB; 快递100 pushes all that happened to a parcel so far.
constexpr std::size_t kCallbackBytes = 64 * 1024;
// A request for a key of 4096 bits has 2 KiB in PEM.
constexpr std::size_t kKeyRequestBytes = 16 * 1024;
constexpr std::size_t kWebhookBytes = 8 * 1024;
// Six documents with thirty sentences each.
constexpr std::size_t kDecisionBytes = 128 * 1024;
// All rule files there are, twice over, as JSON writes them.
constexpr std::size_t kRulesBytes = 2 * 1024 * 1024;
// Ten thousand keys.
constexpr std::size_t kHallKeysBytes = 2 * 1024 * 1024;

constexpr accounts::Roles kWhoSeesScans = accounts::Role::Applicant | accounts::Role::Reviewer |
                                          accounts::Role::Operator | accounts::Role::Auditor;

using workflow::CommandKind;

// The longest command names fifty papers with a fault each: 50 x (500 + 64) characters.
constexpr std::size_t kCommandBytes = 128 * 1024;

constexpr std::array kRoutes{
    Route{"GET", "/livez", Access::Machine, 0, handlers::alive, "The process answers"},
    Route{"GET", "/readyz", Access::Machine, 0, handlers::ready, "It takes work"},
    Route{"GET", "/metrics", Access::Machine, 0, handlers::metrics, "What was counted"},
    Route{"GET", "/api/v1/projects", Access::Client, 0, handlers::list_projects,
          "The certificate projects and their documents"},
    Route{"POST", "/api/v1/inspections", Access::Client, pipeline::limits::kFileBytesCeiling,
          handlers::inspect, "Look at one scan"},

    Route{"POST", "/callbacks/wechat", Access::Public, kCallbackBytes, handlers::wechat_callback,
          "WeChat Pay tells what became of a payment or refund"},
    Route{"POST", "/callbacks/alipay", Access::Public, kCallbackBytes, handlers::alipay_callback,
          "Alipay tells what became of a payment"},
    Route{"POST", "/callbacks/verification", Access::Public, kCallbackBytes,
          handlers::verification_callback, "The provider tells what became of a verification"},
    Route{"POST", "/callbacks/courier/{order}", Access::Public, kCallbackBytes,
          handlers::courier_callback, "快递100 tells where a parcel is"},
    Route{"PUT", "/api/v1/orders/{order}/key-request", Access::Account, kKeyRequestBytes,
          handlers::bring_key_request, "The request for the key of the certificate",
          Role::Operator},
    Route{"GET", "/api/v1/webhooks", Access::Account, 0, handlers::list_webhooks,
          "Programs that are told what becomes of orders", Role::Admin},
    Route{"POST", "/api/v1/webhooks", Access::Account, kWebhookBytes, handlers::add_webhook,
          "One more program is told", Role::Admin},
    Route{"DELETE", "/api/v1/webhooks/{webhook}", Access::Account, 0, handlers::remove_webhook,
          "A program is told no longer", Role::Admin},
    Route{"GET", "/{file*}", Access::Public, 0, handlers::site, "A page, or what belongs to one"},

    // Scans and forms of orders
    Route{"PUT", "/api/v1/orders/{order}/documents/{slot}", Access::Account,
          pipeline::limits::kFileBytesCeiling, handlers::upload_document, "Put a scan into a slot",
          accounts::Role::Applicant},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}", Access::Account, 0,
          handlers::list_document_versions, "What was put into a slot", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}/report", Access::Account, 0,
          handlers::get_document_report, "What was seen in a scan", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/documents/{slot}/picture", Access::Account, 0,
          handlers::get_document_picture, "A scan as it may be shown", kWhoSeesScans},
    Route{"GET", "/api/v1/orders/{order}/events", Access::Account, 0, handlers::follow_order,
          "What happens to an order, as it happens", kWhoSeesScans | accounts::Role::Finance},
    Route{"GET", "/api/v1/orders/{order}/forms/{slot}", Access::Account, 0, handlers::get_form,
          "The form of a slot, to print", accounts::Role::Applicant | accounts::Role::Operator},
    Route{"GET", "/api/v1/orders/{order}/refund-letter", Access::Account, 0,
          handlers::get_refund_letter, "The letter that asks for a payment back, to print",
          accounts::Role::Applicant | accounts::Role::Operator | accounts::Role::Finance},
    Route{"POST", "/api/v1/evidence", Access::Account, scans::kEvidenceBytes,
          handlers::keep_evidence, "Keep a letter, a signature, a proof of a name",
          accounts::Role::Applicant | accounts::Role::Operator},

    // Accounts
    Route{"POST", "/api/v1/captchas", Access::Public, 0, handlers::make_captcha,
          "A captcha to answer"},
    Route{"POST", "/api/v1/credit-codes", Access::Public, handlers::kFormBytes,
          handlers::correct_credit_code, "A typed credit code, corrected"},
    Route{"POST", "/api/v1/codes", Access::Public, handlers::kFormBytes, handlers::send_code,
          "Send a code by SMS"},
    Route{"POST", "/api/v1/registrations", Access::Public, handlers::kFormBytes,
          handlers::register_organisation, "Register an organisation"},
    Route{"POST", "/api/v1/password-resets", Access::Public, handlers::kFormBytes,
          handlers::reset_password, "Set a new password by a code"},
    Route{"POST", "/api/v1/sessions", Access::Public, handlers::kFormBytes, handlers::sign_in,
          "Sign in"},
    Route{"GET", "/api/v1/sessions", Access::SignedIn, 0, handlers::list_sessions,
          "Where I am signed in"},
    Route{"DELETE", "/api/v1/sessions/{session}", Access::SignedIn, 0, handlers::end_session,
          "Sign out"},
    Route{"GET", "/api/v1/me", Access::SignedIn, 0, handlers::who_am_i, "Who I am"},
    Route{"POST", "/api/v1/me/name-confirmation", Access::Account, 0, handlers::confirm_name,
          "The name at the top right is right", accounts::Role::Applicant},
    Route{"PUT", "/api/v1/me/password", Access::SignedIn, handlers::kFormBytes,
          handlers::change_password, "Change my password"},
    Route{"POST", "/api/v1/me/second-factor", Access::SignedIn, 0, handlers::offer_second_factor,
          "A second factor to set up"},
    Route{"PUT", "/api/v1/me/second-factor", Access::SignedIn, handlers::kFormBytes,
          handlers::confirm_second_factor, "Confirm the second factor"},
    Route{"GET", "/api/v1/seats", Access::Account, 0, handlers::list_seats,
          "The seats of my organisation", accounts::Role::Applicant},
    Route{"POST", "/api/v1/seats", Access::Account, handlers::kFormBytes, handlers::add_seat,
          "Add a seat", accounts::Role::Applicant},
    Route{"DELETE", "/api/v1/seats/{seat}", Access::Account, 0, handlers::remove_seat,
          "Remove a seat", accounts::Role::Applicant},
    Route{"POST", "/api/v1/phone-changes", Access::Public, handlers::kLetterFormBytes,
          handlers::ask_phone_change, "Ask for another number of the account"},
    Route{"GET", "/api/v1/phone-changes", Access::Account, 0, handlers::list_phone_changes,
          "Changes of number to decide", accounts::Role::Operator},
    Route{"POST", "/api/v1/phone-changes/{credit_code}/approval", Access::Account, 0,
          handlers::approve_phone_change, "Approve a change of number", accounts::Role::Operator},
    Route{"POST", "/api/v1/phone-changes/{credit_code}/refusal", Access::Account,
          handlers::kFormBytes, handlers::refuse_phone_change, "Refuse a change of number",
          accounts::Role::Operator},
    Route{"GET", "/api/v1/phone-changes/{credit_code}/material", Access::Account, 0,
          handlers::phone_change_material, "What was sent to prove it", accounts::Role::Operator},
    Route{"GET", "/api/v1/organisations/{credit_code}", Access::Account, 0,
          handlers::show_organisation, "An organisation",
          accounts::Role::Operator | accounts::Role::Auditor},
    Route{"POST", "/api/v1/organisations/{credit_code}/renames", Access::Account,
          handlers::kFormBytes, handlers::ask_rename, "Ask for another name",
          accounts::Role::Operator},
    Route{"DELETE", "/api/v1/organisations/{credit_code}/renames", Access::Account, 0,
          handlers::withdraw_rename, "Withdraw the other name", accounts::Role::Operator},
    Route{"GET", "/api/v1/organisations/{credit_code}/renames/subject", Access::Account, 0,
          handlers::rename_subject, "What two persons are shown", accounts::Role::Operator},
    Route{"POST", "/api/v1/organisations/{credit_code}/renames/confirmation", Access::Account,
          handlers::kFormBytes, handlers::confirm_rename, "Confirm the other name",
          accounts::Role::Operator},
    Route{"GET", "/api/v1/staff", Access::Account, 0, handlers::list_staff, "Accounts of the staff",
          accounts::Role::Admin},
    Route{"POST", "/api/v1/staff", Access::Account, handlers::kFormBytes, handlers::make_staff,
          "Make an account", accounts::Role::Admin},
    Route{"PATCH", "/api/v1/staff/{account}", Access::Account, handlers::kFormBytes,
          handlers::change_staff, "Change an account", accounts::Role::Admin},
    Route{"DELETE", "/api/v1/staff/{account}/second-factor", Access::Account, 0,
          handlers::reset_second_factor, "Take a second factor away", accounts::Role::Admin},
    Route{"DELETE", "/api/v1/staff/{account}/sessions", Access::Account, 0,
          handlers::end_all_sessions, "Sign an account out everywhere", accounts::Role::Admin},

    // Orders
    Route{"GET", "/api/v1/catalogue", Access::Public, 0, handlers::show_catalogue,
          "The projects as applicants are shown them"},
    Route{"POST", "/api/v1/orders", Access::Account, kCommandBytes, handlers::begin_order,
          "Begin an order", Role::Applicant},
    Route{"GET", "/api/v1/orders", Access::Account, 0, handlers::list_orders,
          "Orders, the longest waiting first",
          Role::Applicant | Role::Reviewer | Role::Operator | Role::Finance | Role::Auditor},
    Route{"GET", "/api/v1/orders/{order}", Access::Account, 0, handlers::show_order,
          "An order as it stands",
          Role::Applicant | Role::Reviewer | Role::Operator | Role::Finance | Role::Auditor},
    Route{"GET", "/api/v1/orders/{order}/history", Access::Account, 0, handlers::show_history,
          "What has happened to an order",
          Role::Applicant | Role::Reviewer | Role::Operator | Role::Finance | Role::Auditor},
    Route{"GET", "/api/v1/orders/{order}/subjects/{matter}", Access::Account, 0,
          handlers::show_subject, "What two persons are shown before what cannot be undone",
          Role::Reviewer | Role::Operator | Role::Finance},
    Route{"GET", "/api/v1/certificates", Access::Account, 0, handlers::list_certificates,
          "Certificates of the organisation", Role::Applicant},
    Route{"POST", "/api/v1/orders/{order}/form", Access::Account, kCommandBytes,
          handlers::say<CommandKind::FillForm>, "Say who applies and who receives",
          Role::Applicant},
    Route{"POST", "/api/v1/orders/{order}/recipient", Access::Account, kCommandBytes,
          handlers::say<CommandKind::ChangeRecipient>, "Send the certificate to somebody else",
          Role::Applicant | Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/delivery", Access::Account, kCommandBytes,
          handlers::say<CommandKind::ChooseDelivery>, "Have it sent, or fetch it",
          Role::Applicant | Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/submission", Access::Account, 0,
          handlers::say<CommandKind::Submit>, "Hand the documents in", Role::Applicant},
    Route{"POST", "/api/v1/orders/{order}/recall", Access::Account, 0,
          handlers::say<CommandKind::Recall>, "Take the documents back before a reviewer has them",
          Role::Applicant},
    Route{"POST", "/api/v1/orders/{order}/void", Access::Account, kCommandBytes,
          handlers::say<CommandKind::VoidOrder>, "Give the order up",
          Role::Applicant | Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/claim", Access::Account, 0,
          handlers::say<CommandKind::ClaimReview>, "Take the order to review it, or keep it longer",
          Role::Reviewer},
    Route{"POST", "/api/v1/orders/{order}/release", Access::Account, 0,
          handlers::say<CommandKind::ReleaseReview>, "Give it back to the queue", Role::Reviewer},
    Route{"POST", "/api/v1/orders/{order}/decisions", Access::Account, kCommandBytes,
          handlers::say<CommandKind::DecideDocument>, "Decide one document", Role::Reviewer},
    Route{"POST", "/api/v1/orders/{order}/approval", Access::Account, kCommandBytes,
          handlers::say<CommandKind::Approve>, "Approve the order as it was shown", Role::Reviewer},
    Route{"POST", "/api/v1/orders/{order}/rejection", Access::Account, kCommandBytes,
          handlers::say<CommandKind::Reject>, "Send the order back", Role::Reviewer},
    Route{"POST", "/api/v1/orders/{order}/second-person", Access::Account, kCommandBytes,
          handlers::say<CommandKind::AskSecondPerson>,
          "Ask a second person for what cannot be undone",
          Role::Reviewer | Role::Operator | Role::Finance},
    Route{"POST", "/api/v1/orders/{order}/second-person-confirmation", Access::Account,
          kCommandBytes, handlers::say<CommandKind::ConfirmAsSecond>,
          "Confirm as the second person", Role::Reviewer | Role::Operator | Role::Finance},
    Route{"POST", "/api/v1/orders/{order}/second-person-withdrawal", Access::Account, kCommandBytes,
          handlers::say<CommandKind::WithdrawQuestion>, "Ask no longer",
          Role::Reviewer | Role::Operator | Role::Finance},
    Route{"POST", "/api/v1/orders/{order}/payments", Access::Account, kCommandBytes,
          handlers::say<CommandKind::OpenPayment>, "Ask for a code to pay by", Role::Applicant},
    Route{"POST", "/api/v1/orders/{order}/payments/{attempt}/closure", Access::Account, 0,
          handlers::say<CommandKind::ClosePayment>, "Pay by this code no longer", Role::Applicant},
    Route{"POST", "/api/v1/orders/{order}/refund", Access::Account, kCommandBytes,
          handlers::say<CommandKind::AskRefund>, "Ask for the money back",
          Role::Applicant | Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/refund-letter", Access::Account, kCommandBytes,
          handlers::say<CommandKind::AttachRefundLetter>, "Hand in the stamped letter",
          Role::Applicant | Role::Operator | Role::Finance},
    Route{"POST", "/api/v1/orders/{order}/refund-withdrawal", Access::Account, 0,
          handlers::say<CommandKind::WithdrawRefund>, "Ask for the money no longer",
          Role::Applicant},
    Route{"POST", "/api/v1/orders/{order}/refund-refusal", Access::Account, kCommandBytes,
          handlers::say<CommandKind::RefuseRefund>, "Refuse the refund", Role::Finance},
    Route{"POST", "/api/v1/orders/{order}/refund-approval", Access::Account, 0,
          handlers::say<CommandKind::ApproveRefund>, "Send the money back", Role::Finance},
    Route{"POST", "/api/v1/orders/{order}/refund-retry", Access::Account, 0,
          handlers::say<CommandKind::RetryRefund>, "Send it once more after it failed",
          Role::Finance},
    Route{"POST", "/api/v1/orders/{order}/held-payment-return", Access::Account, kCommandBytes,
          handlers::say<CommandKind::ReturnHeldPayment>, "Send back a payment of another amount",
          Role::Finance},
    Route{"POST", "/api/v1/orders/{order}/courier-number", Access::Account, kCommandBytes,
          handlers::say<CommandKind::EnterCourierNumber>, "Say by which courier the paper comes",
          Role::Applicant | Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/parcel", Access::Account, kCommandBytes,
          handlers::say<CommandKind::NoteParcel>, "Take a parcel in", Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/quarantine-release", Access::Account, 0,
          handlers::say<CommandKind::TakeFromQuarantine>, "Take in a parcel that came too early",
          Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/paper-check", Access::Account, kCommandBytes,
          handlers::say<CommandKind::CheckPaper>, "Say what the paper is like", Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/calls", Access::Account, kCommandBytes,
          handlers::say<CommandKind::LogCall>, "Note a call",
          Role::Reviewer | Role::Operator | Role::Finance},
    Route{"POST", "/api/v1/orders/{order}/making", Access::Account, 0,
          handlers::say<CommandKind::StartMaking>, "Begin to make the certificate", Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/making-failure", Access::Account, kCommandBytes,
          handlers::say<CommandKind::NoteMakingFailed>, "The making failed", Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/seal-fault", Access::Account, kCommandBytes,
          handlers::say<CommandKind::ReportSealFault>, "The seal impression turned out bad",
          Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/seal-made", Access::Account, 0,
          handlers::say<CommandKind::NoteSealMade>, "The seal is made after all", Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/dispatch", Access::Account, kCommandBytes,
          handlers::say<CommandKind::Dispatch>, "Give the certificate to the courier",
          Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/handover", Access::Account, kCommandBytes,
          handlers::say<CommandKind::HandOver>, "Hand the certificate over", Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/invoice-data", Access::Account, kCommandBytes,
          handlers::say<CommandKind::GiveInvoiceData>, "Say to whom the invoice goes",
          Role::Applicant | Role::Operator},
    Route{"POST", "/api/v1/orders/{order}/download", Access::Account, kCommandBytes,
          handlers::say<CommandKind::StartDownload>, "Load the renewed certificate into the key",
          Role::Applicant},
    Route{"POST", "/api/v1/orders/{order}/download-failure", Access::Account, kCommandBytes,
          handlers::say<CommandKind::NoteDownloadFailed>, "Loading broke off", Role::Applicant},

    // Reviewing, the post room, rules, audit
    Route{"GET", "/api/v1/review/queue", Access::Account, 0, handlers::show_queue,
          "Orders that wait for a reviewer, the first first", Role::Reviewer},
    Route{"POST", "/api/v1/review/next", Access::Account, 0, handlers::claim_next,
          "Take the next order", Role::Reviewer},
    Route{"POST", "/api/v1/review/{order}/heartbeat", Access::Account, 0, handlers::keep_claim,
          "Keep an order while it is looked at", Role::Reviewer},
    Route{"GET", "/api/v1/review/{order}/case", Access::Account, 0, handlers::show_case,
          "Everything a reviewer has on the screen", Role::Reviewer},
    Route{"POST", "/api/v1/review/{order}/decision", Access::Account, kDecisionBytes,
          handlers::decide_case, "Decide on every document of an order", Role::Reviewer},
    Route{"GET", "/api/v1/rules/precision", Access::Account, 0, handlers::show_precision,
          "How far people bear the machine out", Role::Reviewer | Role::RuleAuthor | Role::Auditor},
    Route{"GET", "/api/v1/post-room/{code}", Access::Account, 0, handlers::find_by_code,
          "The order of a sheet", Role::Operator},
    Route{"POST", "/api/v1/post-room/{order}/comparison", Access::Account,
          pipeline::limits::kFileBytesCeiling, handlers::compare_paper,
          "Hold a scan of the paper against the upload", Role::Operator},
    Route{"GET", "/api/v1/rules/files", Access::Account, 0, handlers::show_rule_files, "Rule files",
          Role::RuleAuthor},
    Route{"PUT", "/api/v1/rules/files", Access::Account, rules::yaml::kBytesMax,
          handlers::write_rule_file, "Write a file of a draft", Role::RuleAuthor},
    Route{"DELETE", "/api/v1/rules/files", Access::Account, 0, handlers::remove_rule_file,
          "Take a file out of a draft", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/check", Access::Account, kRulesBytes, handlers::check_rules,
          "What is wrong with rule files", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/test", Access::Account, kRulesBytes, handlers::test_rules,
          "Try the cases beside projects", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/diff", Access::Account, kRulesBytes, handlers::diff_rules,
          "What these rules do not mean alike with the live ones", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/replay", Access::Account, kRulesBytes, handlers::replay_rules,
          "Judge stored reports by these rules and the live ones", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/completions", Access::Account, kRulesBytes,
          handlers::complete_rules, "What may be written at a place of a rule file",
          Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/schema", Access::Account, 0, handlers::show_rules_schema,
          "JSON Schema of a kind of rule file", Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/drafts", Access::Account, 0, handlers::list_rule_drafts,
          "Drafts of rules, the last changed first", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts", Access::Account, kRulesBytes, handlers::begin_rule_draft,
          "Begin a draft", Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/drafts/{draft}", Access::Account, 0, handlers::show_rule_draft,
          "A draft, and what it said in shadow", Role::RuleAuthor},
    Route{"DELETE", "/api/v1/rules/drafts/{draft}", Access::Account, 0, handlers::drop_rule_draft,
          "Give up a draft", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts/{draft}/shadow", Access::Account, 0,
          handlers::shadow_rule_draft, "Let a draft judge beside the live rules", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts/{draft}/question", Access::Account, kDecisionBytes,
          handlers::ask_to_publish, "Ask a second person to make a draft live", Role::RuleAuthor},
    Route{"POST", "/api/v1/rules/drafts/{draft}/confirmation", Access::Account, kDecisionBytes,
          handlers::confirm_publication, "Make a draft live as the second person",
          Role::RuleAuthor},
    Route{"GET", "/api/v1/rules/publications", Access::Account, 0, handlers::list_publications,
          "Which rules were live when", Role::RuleAuthor | Role::Auditor},
    Route{"POST", "/api/v1/rules/rollback", Access::Account, kDecisionBytes,
          handlers::roll_back_rules, "Go back to rules that were live before", Role::RuleAuthor},
    Route{"GET", "/api/v1/audit/ledger", Access::Account, 0, handlers::show_ledger,
          "Entries of the ledger with what they changed", Role::Auditor},
    Route{"GET", "/api/v1/audit/views", Access::Account, 0, handlers::show_views,
          "Who of the staff saw which scan", Role::Auditor},
    Route{"GET", "/api/v1/audit/verification", Access::Account, 0, handlers::verify_ledger,
          "Whether the ledger is what was written", Role::Auditor},
    Route{"GET", "/api/v1/statistics", Access::Account, 0, handlers::show_statistics,
          "How much there was to do, and how long people waited",
          Role::Auditor | Role::Finance | Role::Operator},
    Route{"GET", "/api/v1/reconciliation", Access::Account, 0, handlers::show_reconciliation,
          "What the gateways' bills and our books do not share", Role::Finance},
    Route{"POST", "/api/v1/hall-keys", Access::Account, kHallKeysBytes, handlers::import_hall_keys,
          "Keys that were issued at the hall", Role::Operator},
    Route{"GET", "/api/v1/jobs/dead", Access::Account, 0, handlers::list_dead_jobs,
          "What could not be done outside, and why", Role::Operator | Role::Auditor},
    Route{"POST", "/api/v1/jobs/{job}/revival", Access::Account, 0, handlers::revive_job,
          "Try a dead job again", Role::Operator},
};

constexpr bool no_row_stands_twice() {
  for (std::size_t i = 0; i < kRoutes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (kRoutes[i].method == kRoutes[j].method && kRoutes[i].path == kRoutes[j].path)
        return false;
    }
  }
  return true;
}
static_assert(no_row_stands_twice());

std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);  // its slash
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

using Parameters = std::map<std::string, std::string, std::less<>>;

bool takes_the_rest(std::string_view pattern) {
  return pattern.ends_with("*}");
}

std::optional<Parameters> fitted(std::string_view pattern, std::string_view path) {
  Parameters parameters;
  if (takes_the_rest(pattern)) {
    parameters.emplace(pattern.substr(2, pattern.size() - 4), path.substr(1));
    return parameters;
  }
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = next_segment(pattern);
    const std::string_view given = next_segment(path);
    if (wanted.starts_with('{') && !given.empty()) {
      parameters.emplace(wanted.substr(1, wanted.size() - 2), given);
    } else if (wanted != given) {
      return std::nullopt;
    }
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return parameters;
}

// What no other row is for, whatever the method.
tl::expected<Match, Problem> find_rest(std::string_view method, std::string_view path,
                                       std::span<const Route> table) {
  for (const Route& route : table) {
    if (route.method != method || !takes_the_rest(route.path)) continue;
    return Match{&route, fitted(route.path, path).value()};
  }
  return tl::make_unexpected(Problem{Fault::NotFound});
}

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

tl::expected<Match, Problem> find_route(std::string_view method, std::string_view path,
                                        std::span<const Route> table) {
  std::string allowed;
  for (const Route& route : table) {
    auto parameters = takes_the_rest(route.path) ? std::nullopt : fitted(route.path, path);
    if (!parameters) continue;
    if (route.method == method) return Match{&route, std::move(*parameters)};
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) return find_rest(method, path, table);
  return tl::make_unexpected(Problem{.fault = Fault::MethodNotAllowed, .allow = allowed});
}

}  // namespace vermilion::service::server
