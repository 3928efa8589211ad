#include "tests/workflow/random_lines.hpp"

#include "workflow/role.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <string_view>
#include <vector>

namespace vermilion::tests {
namespace {

using workflow::Stage;

constexpr std::array<std::string_view, kRandomOrders> kBegins{
    "applicant begin new main",
    "applicant begin new main",
    "applicant begin new sub",
    "applicant begin reissue with_seal",
    "applicant begin renew organisation years=2",
    "applicant begin new main"};

// What leads on from a stage, and what may go wrong there.
using Fitting = std::map<Stage, std::vector<std::string_view>>;

// From the first page to the reviewer's word.
const Fitting kApplying{
    {Stage::Draft,
     {"applicant fill_form", "system verify passed", "applicant upload all",
      "system inspect all clean", "applicant submit", "applicant submit",
      "system inspect all clean", "applicant submit", "system inspect licence blocking SEAL_NONE",
      "applicant fill_form agent=王五", "applicant change_recipient", "system verify failed",
      "post_room parcel SF SF1234567890120"}},
    {Stage::QueuedForMachine, {"system inspect all clean", "applicant recall"}},
    {Stage::AwaitingReviewer, {"reviewer claim", "reviewer claim", "applicant recall"}},
    {Stage::InReview,
     {"reviewer accept all", "reviewer accept all", "reviewer approve", "reviewer approve",
      "reviewer reject_document licence 模糊", "reviewer reject",
      "reviewer ask_second override_finding x", "reviewer#2 confirm_second override_finding",
      "reviewer withdraw_question override_finding", "reviewer withdraw_question override_finding",
      "reviewer release"}},
    {Stage::Rejected, {"applicant upload licence", "system inspect all clean", "applicant submit"}},
};

// Money, and what may come before the paper does.
const Fitting kPaying{
    {Stage::AwaitingPayment,
     {"applicant open P1 wechat", "applicant open P2 alipay", "system paid P1 fee",
      "system paid P1 fee", "system paid P2 fee", "system paid P1 7", "applicant close P1",
      "finance return_held P1", "applicant open P3 alipay", "system paid P3 fee"}},
    {Stage::AwaitingParcel,
     {"applicant post SF SF1234567890123", "post_room parcel SF SF1234567890123",
      "system paid P2 fee", "system paid P2 fee transaction=X", "applicant ask_refund R1 fee x",
      "post_room take_from_quarantine", "post_room take_from_quarantine"}},
    {Stage::Void,
     {"system paid P1 fee", "system paid P2 fee", "applicant ask_refund R4 fee x",
      "applicant letter", "finance approve_refund", "system refund_arrived R4",
      "system refund_failed auto-P2", "finance retry_refund auto-P2", "finance return_held P1",
      "system refund_failed R4", "finance retry_refund R4", "system refund_arrived auto-P1"}},
};

// Paper and telephone.
const Fitting kPaper{
    {Stage::InTransit, {"post_room parcel SF SF1234567890123", "system paid P1 fee"}},
    {Stage::PaperReceived,
     {"post_room check_paper good", "post_room check_paper good",
      "post_room check_paper bad licence x"}},
    {Stage::PaperWrong,
     {"service call silent", "post_room parcel SF SF1234567890124",
      "applicant post SF SF1234567890124"}},
    {Stage::AgentUnreachable, {"service call reached", "post_room parcel SF SF1234567890124"}},
    {Stage::PaperRight,
     {"maker start_making", "maker start_making", "maker ask_second revoke_by_reissue x",
      "maker#2 confirm_second revoke_by_reissue", "maker start_making",
      "maker ask_second revoke_by_reissue x", "maker#2 confirm_second revoke_by_reissue",
      "maker start_making", "applicant ask_refund R1 fee x", "finance refuse_refund x",
      "maker withdraw_question revoke_by_reissue", "applicant letter", "finance approve_refund",
      "applicant withdraw_refund"}},
};

// Making, handing out, and afterwards.
const Fitting kMaking{
    {Stage::Making, {"maker made NEW", "maker made NEW", "maker making_failed x"}},
    {Stage::SealSupplement,
     {"service call reached", "applicant post SF SF1234567890125",
      "post_room parcel SF SF1234567890125", "maker seal_made"}},
    {Stage::AwaitingCourier,
     {"maker dispatch SF SF9876543210123", "maker seal_fault x", "applicant deliver collection",
      "system revoked OLD-1", "system revoked OLD-1", "applicant ask_refund R2 1 x",
      "applicant letter", "finance ask_second refund_after_making x",
      "finance#2 confirm_second refund_after_making", "finance approve_refund"}},
    {Stage::AwaitingCollection, {"maker hand_over 李四 s", "applicant deliver courier"}},
    {Stage::Issued,
     {"system revoked OLD-1", "applicant invoice_data", "finance invoice 1",
      "applicant ask_refund R3 5 x", "applicant ask_refund R5 22001 x", "applicant letter",
      "finance ask_second refund_after_making x", "finance#2 confirm_second refund_after_making",
      "finance approve_refund", "system refund_arrived R3", "system refund_failed R3",
      "finance retry_refund R3"}},
};

// Renewing.
const Fitting kRenewing{
    {Stage::RenewalUnpaid,
     {"applicant open P1 wechat", "system paid P1 fee", "applicant open P2 wechat",
      "system paid P2 fee"}},
    {Stage::RenewalPaid,
     {"applicant download OLD-1 KEY-1 1", "applicant download OLD-1 KEY-2 1",
      "applicant ask_refund R1 fee x", "applicant letter", "finance approve_refund"}},
    {Stage::RenewalDownloading,
     {"system downloaded NEW", "applicant download_failed", "applicant download OLD-1 KEY-1 1"}},
    {Stage::Renewed, {"applicant invoice_data", "system invoice 1"}},
};

const Fitting& fitting() {
  static const Fitting kFitting = [] {
    Fitting all;
    for (const Fitting* part : {&kApplying, &kPaying, &kPaper, &kMaking, &kRenewing}) {
      all.insert(part->begin(), part->end());
    }
    return all;
  }();
  return kFitting;
}

// Anything, by anybody.
const std::vector<std::string_view>& anything() {
  static const std::vector<std::string_view> kAnything = [] {
    std::vector<std::string_view> verbs{"void", "void by=O9", "return_held P1"};
    for (const auto& [stage, lines] : fitting()) {
      for (const auto line : lines) verbs.push_back(line.substr(line.find(' ') + 1));
    }
    return verbs;
  }();
  return kAnything;
}

template <class List>
auto any(const List& list, std::mt19937_64& random) {
  return list[random() % list.size()];
}

}  // namespace

std::string random_line(std::size_t which, Stage stage, std::mt19937_64& random) {
  if (stage == Stage::NotBegun) return std::string(kBegins[which]);
  const auto fits = fitting().find(stage);
  if (fits != fitting().end() && random() % 8 != 0) return std::string(any(fits->second, random));
  const auto role = any(workflow::kRoleNames, random).name;
  return fmt::format("{} {}", role, any(anything(), random));
}

}  // namespace vermilion::tests
