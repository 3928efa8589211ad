#include "workflow/transitions.hpp"

#include "tests/workflow/journey.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

// Every command in every stage by every role, against the matrix in transitions.golden. With
// VERMILION_WRITE_GOLDEN=1 the file is written anew; read the difference before keeping it.
namespace vermilion::tests {
namespace {

using namespace workflow;

// What is said in each trial: any of them will do to show that the command has a place there.
const std::map<CommandKind, std::vector<std::string>>& examples() {
  using Say = CommandKind;
  static const std::map<CommandKind, std::vector<std::string>> kExamples{
      {Say::Begin, {"begin new main", "begin renew organisation years=1"}},
      {Say::FillForm, {"fill_form"}},
      {Say::ChangeRecipient, {"change_recipient"}},
      {Say::ChooseDelivery, {"deliver collection", "deliver courier"}},
      {Say::UploadDocument, {"upload licence"}},
      {Say::NoteInspection, {"inspect licence clean"}},
      {Say::NoteVerification, {"verify passed", "verify failed"}},
      {Say::Submit, {"submit"}},
      {Say::Recall, {"recall"}},
      {Say::VoidOrder, {"void"}},
      {Say::ClaimReview, {"claim"}},
      {Say::ReleaseReview, {"release"}},
      {Say::DecideDocument, {"accept licence"}},
      {Say::Approve, {"approve"}},
      {Say::Reject, {"reject"}},
      {Say::AskSecondPerson,
       {"ask_second override_finding x", "ask_second revoke_by_reissue x",
        "ask_second refund_after_making x"}},
      {Say::ConfirmAsSecond,
       {"confirm_second override_finding", "confirm_second revoke_by_reissue",
        "confirm_second refund_after_making"}},
      {Say::WithdrawQuestion,
       {"withdraw_question override_finding", "withdraw_question revoke_by_reissue",
        "withdraw_question refund_after_making"}},
      {Say::OpenPayment, {"open P7 wechat"}},
      {Say::ClosePayment, {"close P7"}},
      {Say::NotePayment, {"paid P7 1"}},
      {Say::ReturnHeldPayment, {"return_held P7"}},
      {Say::AskRefund, {"ask_refund R7 1 x"}},
      {Say::AttachRefundLetter, {"letter"}},
      {Say::WithdrawRefund, {"withdraw_refund"}},
      {Say::RefuseRefund, {"refuse_refund x"}},
      {Say::ApproveRefund, {"approve_refund"}},
      {Say::NoteRefund, {"refund_arrived R7"}},
      {Say::RetryRefund, {"retry_refund R7"}},
      {Say::EnterCourierNumber, {"post SF SF1234567890123"}},
      {Say::NoteParcel, {"parcel SF SF1234567890123"}},
      {Say::TakeFromQuarantine, {"take_from_quarantine"}},
      {Say::CheckPaper, {"check_paper good", "check_paper bad licence x"}},
      {Say::LogCall, {"call reached", "call silent"}},
      {Say::StartMaking, {"start_making"}},
      {Say::NoteMakingFailed, {"making_failed x"}},
      {Say::NoteMade, {"made NEW-7"}},
      {Say::NoteRevoked, {"revoked OLD-1"}},
      {Say::ReportSealFault, {"seal_fault x"}},
      {Say::NoteSealMade, {"seal_made"}},
      {Say::Dispatch, {"dispatch SF SF9876543210123"}},
      {Say::HandOver, {"hand_over 李四 signature-1"}},
      {Say::GiveInvoiceData, {"invoice_data"}},
      {Say::NoteInvoice, {"invoice 1"}},
      {Say::StartDownload, {"download OLD-1 KEY-1 1"}},
      {Say::NoteDownloadFailed, {"download_failed"}},
      {Say::NoteDownloaded, {"downloaded NEW-7"}},
  };
  return kExamples;
}

// An order in each stage; where a question depends on it, of a reissue, too.
const std::vector<Journey>& journeys() {
  static const std::vector<Journey> kJourneys = [] {
    std::vector<Journey> all;
    for (std::size_t stage = 0; stage < kStages; ++stage) {
      all.push_back(journey_to(static_cast<Stage>(stage)));
    }
    Journey reissue;
    reissue.go("applicant begin reissue with_seal\n").reach(Stage::PaperRight);
    all.push_back(std::move(reissue));
    return all;
  }();
  return kJourneys;
}

bool is_out_of_place(RefusalCode code) {
  return code == RefusalCode::NotInThisStatus || code == RefusalCode::NotYourPart ||
         code == RefusalCode::MailNotYet || code == RefusalCode::PayNotYet;
}

// Taken, or refused for a reason that could be mended.
bool has_place(const Journey& from, CommandKind command, Role role) {
  return std::ranges::any_of(examples().at(command), [&](const std::string& example) {
    Journey journey = from;
    const auto refusal = journey.tell(fmt::format("{} {}", name_of(role), example));
    EXPECT_TRUE(!refusal || journey.order == from.order) << example << " changed the order";
    return !refusal || !is_out_of_place(refusal->code);
  });
}

std::string roles_in(Stage stage, CommandKind command) {
  std::string letters;
  for (std::size_t role = 0; role < kRoleNames.size(); ++role) {
    const bool may = std::ranges::any_of(journeys(), [&](const Journey& journey) {
      return journey.order.stage == stage && has_place(journey, command, static_cast<Role>(role));
    });
    if (may) letters += kRoleNames[role].letter;
  }
  return letters;
}

// "submit\n  A     draft, rejected\n"
std::string matrix() {
  std::string text =
      "Who may say what in which stage: A applicant, L legal person, T recipient, R reviewer,\n"
      "P post room, M maker, S service, F finance, W rule author, U auditor, X system.\n";
  for (std::size_t command = 0; command < kCommands; ++command) {
    std::map<std::string, std::string> stages;
    for (std::size_t stage = 0; stage < kStages; ++stage) {
      const auto roles = roles_in(static_cast<Stage>(stage), static_cast<CommandKind>(command));
      if (roles.empty()) continue;
      auto& list = stages[roles];
      list += (list.empty() ? "" : ", ") + std::string(kStageNames[stage]);
    }
    text += fmt::format("\n{}\n", name_of(static_cast<CommandKind>(command)));
    for (const auto& [roles, list] : stages) text += fmt::format("  {:6}{}\n", roles, list);
  }
  return text;
}

std::string path() {
  return VERMILION_SOURCE_DIR "/tests/workflow/transitions.golden";
}

std::string golden() {
  std::ifstream in(path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

TEST(Transitions, EveryStageCommandAndRoleIsAsTheMatrixSays) {
  const std::string found = matrix();
  if (std::getenv("VERMILION_WRITE_GOLDEN") != nullptr) std::ofstream(path()) << found;
  EXPECT_EQ(found, golden());
}

TEST(Transitions, EveryStageIsReachedByAnOrdinaryWay) {
  for (std::size_t stage = 0; stage < kStages; ++stage) {
    EXPECT_EQ(journeys()[stage].order.stage, static_cast<Stage>(stage)) << kStageNames[stage];
  }
}

TEST(Transitions, EveryCommandHasARowAndAnExample) {
  std::set<CommandKind> commands;
  for (const OrderTransition& row : transitions()) commands.insert(row.command);
  EXPECT_EQ(commands.size(), kCommands);
  EXPECT_EQ(examples().size(), kCommands);
}

TEST(Transitions, EveryEventIsGivenBySomeRow) {
  std::set<EventKind> events;
  for (const OrderTransition& row : transitions()) events.insert(row.event);
  EXPECT_EQ(events.size(), kEvents);
}

TEST(Transitions, EveryEffectIsAskedForBySomeRow) {
  std::set<EffectKind> effects;
  for (const OrderTransition& row : transitions()) {
    effects.insert(row.effects.begin(), row.effects.end());
  }
  EXPECT_EQ(effects.size(), kEffects);
}

TEST(Transitions, LegalPersonRecipientRuleAuthorAndAuditorChangeNoOrder) {
  constexpr Roles kOnlookers =
      Role::LegalPerson | Role::Recipient | Role::RuleAuthor | Role::Auditor;
  for (const OrderTransition& row : transitions()) {
    EXPECT_FALSE(row.who.overlaps(kOnlookers)) << name_of(row.command);
  }
}

TEST(Transitions, NoTwoRowsAnswerUnderTheSameCondition) {
  for (const OrderTransition& row : transitions()) {
    for (const OrderTransition& other : transitions()) {
      if (&row == &other || row.command != other.command || row.when != other.when) continue;
      EXPECT_FALSE(row.from.overlaps(other.from) && row.who.overlaps(other.who))
          << name_of(row.command);
    }
  }
}

// What is closed stays closed: only money, post, calls and invoices still move.
TEST(Transitions, NothingLeavesAClosedStage) {
  for (const OrderTransition& row : transitions()) {
    for (const Stage closed : {Stage::Issued, Stage::Renewed, Stage::Void}) {
      if (!row.from.contains(closed) || !row.to) continue;
      EXPECT_EQ(*row.to, closed) << name_of(row.command);
    }
  }
}

}  // namespace
}  // namespace vermilion::tests
