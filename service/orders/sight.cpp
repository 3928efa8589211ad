#include "service/orders/sight.hpp"

namespace vermilion::service::orders {
namespace {

using accounts::Role;
using enum workflow::Stage;
using workflow::Stages;

constexpr Stages kUnderReview = QueuedForMachine | AwaitingReviewer | InReview;
constexpr Stages kPaid = AwaitingParcel | InTransit | PaperReceived | PaperWrong |
                         AgentUnreachable | PaperRight | Making | SealSupplement | AwaitingCourier |
                         AwaitingCollection | Issued;
constexpr Stages kRenewal = RenewalUnpaid | RenewalPaid | RenewalDownloading | Renewed;

// Decided ones too, until they are paid: an applicant may call about a decision.
constexpr Stages kReviewed = kUnderReview | Rejected | AwaitingPayment;
// Where money is asked for, taken or given back; a void order may have to be refunded.
constexpr Stages kMoney = AwaitingPayment | kPaid | kRenewal | Void;
// Customer service helps from the first page on; who audits reads everything.
constexpr Stages kBegun = Stages(Draft) | kReviewed | kMoney;

}  // namespace

Stages stages_shown(accounts::Roles roles) {
  Stages shown;
  if (roles.contains(Role::Reviewer)) shown = shown | kReviewed;
  if (roles.contains(Role::Finance)) shown = shown | kMoney;
  if (roles.contains(Role::Operator) || roles.contains(Role::Auditor)) shown = shown | kBegun;
  return shown;
}

bool may_see(const accounts::Asker& asker, std::string_view organisation, workflow::Stage stage) {
  if (stage == NotBegun) return false;
  const bool own = asker.roles.contains(Role::Applicant) && !asker.organisation.empty() &&
                   asker.organisation == organisation;
  return own || stages_shown(asker.roles).contains(stage);
}

bool may_see(const accounts::Asker& asker, const workflow::Order& order) {
  return may_see(asker, order.organisation, order.stage);
}

}  // namespace vermilion::service::orders
