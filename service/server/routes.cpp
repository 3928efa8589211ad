#include "service/server/routes.hpp"

#include "pipeline/limits.hpp"
#include "service/server/handlers/health.hpp"
#include "service/server/handlers/inspections.hpp"
#include "service/server/handlers/order_commands.hpp"
#include "service/server/handlers/orders.hpp"
#include "service/server/handlers/projects.hpp"

#include <array>
#include <optional>

namespace vermilion::service::server {
namespace {

using accounts::Role;
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

std::optional<Parameters> fitted(std::string_view pattern, std::string_view path) {
  Parameters parameters;
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

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

tl::expected<Match, Problem> find_route(std::string_view method, std::string_view path,
                                        std::span<const Route> table) {
  std::string allowed;
  for (const Route& route : table) {
    auto parameters = fitted(route.path, path);
    if (!parameters) continue;
    if (route.method == method) return Match{&route, std::move(*parameters)};
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) return tl::make_unexpected(Problem{Fault::NotFound});
  return tl::make_unexpected(Problem{.fault = Fault::MethodNotAllowed, .allow = allowed});
}

}  // namespace vermilion::service::server
