#include "service/orders/actor.hpp"

#include "service/server/routes.hpp"

#include <gtest/gtest.h>

#include <map>

namespace vermilion::service::orders {
namespace {

using accounts::Asker;
using accounts::Role;
using workflow::CommandKind;
using workflow::Stage;
namespace wf = workflow;

TEST(Actor, SpeaksInTheRoleTheTableTakes) {
  const Asker clerk{"o-1", Role::Operator, {}};
  EXPECT_EQ(actor_of(clerk, CommandKind::NoteParcel, Stage::InTransit),
            (wf::Actor{wf::Role::PostRoom, "o-1"}));
  EXPECT_EQ(actor_of(clerk, CommandKind::StartMaking, Stage::PaperRight),
            (wf::Actor{wf::Role::Maker, "o-1"}));
  EXPECT_EQ(actor_of(clerk, CommandKind::ChangeRecipient, Stage::Draft),
            (wf::Actor{wf::Role::Service, "o-1"}));
  const Asker both{"b", Role::Reviewer | Role::Finance, {}};
  EXPECT_EQ(actor_of(both, CommandKind::AskSecondPerson, Stage::InReview).role, wf::Role::Reviewer);
  EXPECT_EQ(actor_of(both, CommandKind::AskSecondPerson, Stage::Issued).role, wf::Role::Finance);
  EXPECT_EQ(actor_of(both, CommandKind::AskSecondPerson, Stage::Draft).role, wf::Role::Reviewer);
}

TEST(Actor, WhoHasNoPartInItHasNoneOfItsRoles) {
  const Asker auditor{"u", Role::Auditor, {}};
  EXPECT_EQ(actor_of(auditor, CommandKind::Approve, Stage::InReview).role, wf::Role::Auditor);
  const Asker admin{"a", Role::Admin, {}};
  EXPECT_EQ(actor_of(admin, CommandKind::Approve, Stage::InReview).role, wf::Role::Auditor);
  EXPECT_TRUE(roles_of(Role::Admin).empty());
}

// Where each command is said.
const std::map<CommandKind, std::string> kRoutes{
    {CommandKind::FillForm, "form"},
    {CommandKind::ChangeRecipient, "recipient"},
    {CommandKind::ChooseDelivery, "delivery"},
    {CommandKind::Submit, "submission"},
    {CommandKind::Recall, "recall"},
    {CommandKind::VoidOrder, "void"},
    {CommandKind::ClaimReview, "claim"},
    {CommandKind::ReleaseReview, "release"},
    {CommandKind::DecideDocument, "decisions"},
    {CommandKind::Approve, "approval"},
    {CommandKind::Reject, "rejection"},
    {CommandKind::AskSecondPerson, "second-person"},
    {CommandKind::ConfirmAsSecond, "second-person-confirmation"},
    {CommandKind::WithdrawQuestion, "second-person-withdrawal"},
    {CommandKind::OpenPayment, "payments"},
    {CommandKind::ClosePayment, "payments/{attempt}/closure"},
    {CommandKind::ReturnHeldPayment, "held-payment-return"},
    {CommandKind::AskRefund, "refund"},
    {CommandKind::AttachRefundLetter, "refund-letter"},
    {CommandKind::WithdrawRefund, "refund-withdrawal"},
    {CommandKind::RefuseRefund, "refund-refusal"},
    {CommandKind::ApproveRefund, "refund-approval"},
    {CommandKind::RetryRefund, "refund-retry"},
    {CommandKind::EnterCourierNumber, "courier-number"},
    {CommandKind::NoteParcel, "parcel"},
    {CommandKind::TakeFromQuarantine, "quarantine-release"},
    {CommandKind::CheckPaper, "paper-check"},
    {CommandKind::LogCall, "calls"},
    {CommandKind::StartMaking, "making"},
    {CommandKind::NoteMakingFailed, "making-failure"},
    {CommandKind::ReportSealFault, "seal-fault"},
    {CommandKind::NoteSealMade, "seal-made"},
    {CommandKind::Dispatch, "dispatch"},
    {CommandKind::HandOver, "handover"},
    {CommandKind::GiveInvoiceData, "invoice-data"},
    {CommandKind::StartDownload, "download"},
    {CommandKind::NoteDownloadFailed, "download-failure"},
};

// Commands of persons that have no such route, and why.
const std::map<CommandKind, std::string> kElsewhere{
    {CommandKind::Begin, "POST /api/v1/orders"},
    {CommandKind::UploadDocument, "PUT .../documents/{slot}, the picture as the body"},
    {CommandKind::NoteMade,
     "the authority's answer; makers of another authority bring it in files"},
    {CommandKind::NoteInvoice, "the tax program's answer, in files"},
};

TEST(Actor, EveryCommandOfPersonsHasARouteForJustThoseWhoMaySayIt) {
  for (std::size_t i = 0; i < wf::kCommands; ++i) {
    const auto kind = static_cast<CommandKind>(i);
    const auto speakers = speakers_of(kind);
    if (speakers.empty() || kElsewhere.contains(kind)) continue;
    ASSERT_TRUE(kRoutes.contains(kind)) << name_of(kind);
    const auto match = server::find_route("POST", "/api/v1/orders/O1/" + kRoutes.at(kind));
    ASSERT_TRUE(match) << name_of(kind);
    EXPECT_EQ(match->route->path, "/api/v1/orders/{order}/" + kRoutes.at(kind));
    EXPECT_EQ(match->route->roles, speakers) << name_of(kind);
    EXPECT_EQ(match->route->access, server::Access::Account);
  }
}

}  // namespace
}  // namespace vermilion::service::orders
