#include "service/review/desk.hpp"

#include "service/store/ledger/ledger.hpp"
#include "service/store/orders/refusals.hpp"
#include "tests/service/review/a_desk.hpp"

#include <gmock/gmock.h>

#include <mutex>
#include <set>
#include <thread>

namespace vermilion::service::review {
namespace {

using namespace std::chrono_literals;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::a_report;
using tests::ADesk;
using workflow::Role;
using workflow::Stage;
using Outcome = Decided::Outcome;

template <class What, class T>
bool is(const Got<T>& got) {
  return !got && std::holds_alternative<What>(got.error());
}

template <class T>
workflow::RefusalCode refusal(const Got<T>& got) {
  return std::get<workflow::Refusal>(got.error()).code;
}

class ReviewDesk : public tests::OnBoth {
 protected:
  // An order with a finding that blocks, taken by r1.
  static void submit_blocked(ADesk& a) {
    const auto order = a.submit("O1");
    ASSERT_TRUE(a.desk.claim_next("r1").value());
    ASSERT_TRUE(a.say("O1", {Role::System, "machine"},
                      workflow::NoteInspection{
                          "licence", order.documents.at("licence").sha256, {"SEAL_NONE"}, {}}));
  }
};

TEST_P(ReviewDesk, GivesEachOrderToOneReviewer) {
  ADesk a(GetParam());
  constexpr int kOrders = 6;
  for (int i = 0; i < kOrders; ++i) a.submit("O" + std::to_string(i));
  std::mutex mutex;
  std::multiset<std::string> taken;
  std::vector<std::thread> reviewers;
  for (int i = 0; i < kOrders + 2; ++i) {
    reviewers.emplace_back([&, i] {
      // Where the database is too busy he asks again, as he would.
      auto next = a.desk.claim_next("r" + std::to_string(i));
      for (int again = 0; !next && again < 20; ++again) {
        next = a.desk.claim_next("r" + std::to_string(i));
      }
      const std::lock_guard lock(mutex);
      if (next && *next) taken.insert(**next);
    });
  }
  for (auto& reviewer : reviewers) reviewer.join();
  EXPECT_THAT(taken, SizeIs(kOrders));
  EXPECT_THAT(std::set(taken.begin(), taken.end()), SizeIs(kOrders));
}

TEST_P(ReviewDesk, GivesBackWhatIsHeldAlready) {
  ADesk a(GetParam());
  a.submit("O1");
  a.submit("O2", {{"licence", a_report("refer", {{"SEAL_PRINTED"}})}});
  const auto first = a.desk.claim_next("r1").value();
  EXPECT_EQ(first, "O2");
  const auto version = a.order("O2").version;
  EXPECT_EQ(a.desk.claim_next("r1").value(), first);
  EXPECT_EQ(a.order("O2").version, version);
}

TEST_P(ReviewDesk, HasNothingToGiveWhereNothingWaits) {
  ADesk a(GetParam());
  EXPECT_EQ(a.desk.claim_next("r1").value(), std::nullopt);
}

TEST_P(ReviewDesk, ShowsACaseToItsHolderAlone) {
  ADesk a(GetParam());
  a.submit("O1", {{"licence", a_report("refer", {{"SEAL_FAINT"}})}});
  EXPECT_TRUE(is<Unknown>(a.desk.look("O1", "r1")));
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  EXPECT_TRUE(is<Unknown>(a.desk.look("O1", "r2")));
  EXPECT_TRUE(is<Unknown>(a.desk.look("no such order", "r1")));
  const auto shown = a.desk.look("O1", "r1");
  ASSERT_TRUE(shown);
  EXPECT_THAT(shown->documents, SizeIs(4));
  for (const auto& document : shown->documents) {
    EXPECT_EQ(document.to_look_at, document.slot == "licence");
    EXPECT_FALSE(document.name_zh.empty());
    EXPECT_FALSE(document.reasons.empty());
  }
  a.store.wait(31min);
  EXPECT_TRUE(is<Unknown>(a.desk.look("O1", "r1")));
}

TEST_P(ReviewDesk, ShowsEverySampleOfWhatTheMachineAccepted) {
  ADesk a(GetParam(), 1000);
  a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto shown = a.desk.look("O1", "r1").value();
  for (const auto& document : shown.documents) {
    EXPECT_TRUE(document.to_look_at && document.reading->sampled) << document.slot;
  }
}

TEST_P(ReviewDesk, ApprovesWhatIsAcceptedAsAWhole) {
  ADesk a(GetParam());
  a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto shown = a.desk.look("O1", "r1").value();
  const auto decided = a.desk.decide("O1", "r1", ADesk::accepting(shown));
  ASSERT_TRUE(decided);
  EXPECT_EQ(decided->outcome, Outcome::Approved);
  EXPECT_EQ(a.order("O1").stage, Stage::AwaitingPayment);
  EXPECT_EQ(a.order("O1").version, decided->version);
}

TEST_P(ReviewDesk, RefusesWithReasonsTheApplicantReads) {
  ADesk a(GetParam());
  a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto shown = a.desk.look("O1", "r1").value();
  const auto decided = a.desk.decide("O1", "r1", ADesk::refusing(shown, "licence", "SEAL_NONE"));
  ASSERT_TRUE(decided);
  EXPECT_EQ(decided->outcome, Outcome::Rejected);
  EXPECT_EQ(a.order("O1").stage, Stage::Rejected);
  EXPECT_THAT(a.order("O1").documents.at("licence").reasons, ElementsAre("SEAL_NONE"));
  a.submit_again("O1", "licence");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto again = a.desk.look("O1", "r1").value();
  for (const auto& document : again.documents) {
    EXPECT_EQ(document.previous.has_value(), document.slot == "licence");
  }
}

TEST_P(ReviewDesk, DoesAllOfADecisionOrNothing) {
  ADesk a(GetParam());
  a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  auto decision = ADesk::accepting(a.desk.look("O1", "r1").value());
  decision.documents.back().accepted = false;  // the last word is refused: no reason
  const auto version = a.order("O1").version;
  const auto decided = a.desk.decide("O1", "r1", decision);
  ASSERT_FALSE(decided);
  EXPECT_EQ(refusal(decided), workflow::RefusalCode::ReasonMissing);
  EXPECT_EQ(a.order("O1").version, version);
  EXPECT_THAT(a.desk.precision("").value(), IsEmpty());
}

TEST_P(ReviewDesk, RefusesWhatIsNotAsItWasOnTheScreen) {
  ADesk a(GetParam());
  const auto order = a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto decision = ADesk::accepting(a.desk.look("O1", "r1").value());
  // Looked at anew meanwhile, and something was found.
  a.reports.put("O1", "licence", order.documents.at("licence").sha256,
                a_report("refer", {{"SEAL_PRINTED"}}));
  EXPECT_TRUE(is<Changed>(a.desk.decide("O1", "r1", decision)));
  EXPECT_EQ(a.order("O1").stage, Stage::InReview);
  EXPECT_TRUE(a.desk.decide("O1", "r1", ADesk::accepting(a.desk.look("O1", "r1").value())));
}

TEST_P(ReviewDesk, LetsADecisionFallOnNoOtherOrder) {
  ADesk a(GetParam());
  a.submit("O1");
  a.submit("O2");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto held = a.desk.claim_next("r1").value().value();
  const auto decision = ADesk::accepting(a.desk.look(held, "r1").value());
  const std::string other = held == "O1" ? "O2" : "O1";
  EXPECT_TRUE(is<Unknown>(a.desk.decide(other, "r1", decision)));
  ASSERT_TRUE(a.say(other, {Role::Reviewer, "r1"}, workflow::ClaimReview{}));
  EXPECT_TRUE(is<Changed>(a.desk.decide(other, "r1", decision)));
}

TEST_P(ReviewDesk, AnswersADecisionSaidAgainAsTheFirstTime) {
  ADesk a(GetParam());
  a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto decision = ADesk::accepting(a.desk.look("O1", "r1").value());
  const auto first = a.desk.decide("O1", "r1", decision);
  const auto second = a.desk.decide("O1", "r1", decision);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(*first, *second);
  EXPECT_TRUE(is<Unknown>(a.desk.decide("O1", "r2", decision)));
}

TEST_P(ReviewDesk, KeepsAnOrderByHeartbeatsThatAreFewEntries) {
  ADesk a(GetParam());
  a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto decision = ADesk::accepting(a.desk.look("O1", "r1").value());
  const auto before = a.order("O1").version;
  for (int i = 0; i < 120; ++i) {
    a.store.wait(30s);
    ASSERT_TRUE(a.desk.heartbeat("O1", "r1")) << i;
  }
  EXPECT_LE(a.order("O1").version - before, 6U);  // an hour
  EXPECT_TRUE(is<Unknown>(a.desk.heartbeat("O1", "r2")));
  EXPECT_TRUE(a.desk.decide("O1", "r1", decision)) << "the screen is still the same";
}

TEST_P(ReviewDesk, ReleasesWhoHasGoneSilent) {
  ADesk a(GetParam());
  a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  EXPECT_EQ(a.desk.release_lapsed().value(), 0U);
  a.store.wait(31min);
  EXPECT_TRUE(is<Unknown>(a.desk.heartbeat("O1", "r1")));
  EXPECT_EQ(a.desk.release_lapsed().value(), 1U);
  EXPECT_EQ(a.order("O1").stage, Stage::AwaitingReviewer);
  EXPECT_EQ(a.desk.release_lapsed().value(), 0U);
}

TEST_P(ReviewDesk, LetsTwoPersonsPassAFindingThatBlocks) {
  ADesk a(GetParam());
  submit_blocked(a);
  auto asking = ADesk::accepting(a.desk.look("O1", "r1").value());
  EXPECT_EQ(refusal(a.desk.decide("O1", "r1", asking)), workflow::RefusalCode::FindingsBlock);
  asking.let_pass = Decision::LetPass{"公章在背面，已电话核实", ""};
  const auto asked = a.desk.decide("O1", "r1", asking);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->outcome, Outcome::AsksSecondPerson);
  EXPECT_EQ(a.order("O1").stage, Stage::AwaitingReviewer);
  EXPECT_EQ(a.desk.claim_next("r1").value(), std::nullopt) << "he is not the second person";

  ASSERT_EQ(a.desk.claim_next("r2").value(), "O1");
  const auto shown = a.desk.look("O1", "r2").value();
  ASSERT_TRUE(shown.second);
  EXPECT_EQ(shown.second->asked_by, "r1");
  auto confirming = ADesk::accepting(shown);
  confirming.let_pass = Decision::LetPass{"", std::string(64, '0')};
  EXPECT_EQ(refusal(a.desk.decide("O1", "r2", confirming)),
            workflow::RefusalCode::ShownSomethingElse);
  confirming.let_pass->digest = shown.second->digest;
  const auto confirmed = a.desk.decide("O1", "r2", confirming);
  ASSERT_TRUE(confirmed);
  EXPECT_EQ(confirmed->outcome, Outcome::Approved);
  EXPECT_EQ(a.order("O1").stage, Stage::AwaitingPayment);
}

TEST_P(ReviewDesk, RefusesTheFirstPersonAsSecondAndWritesItDown) {
  ADesk a(GetParam());
  submit_blocked(a);
  auto asking = ADesk::accepting(a.desk.look("O1", "r1").value());
  asking.let_pass = Decision::LetPass{"核实过", ""};
  ASSERT_TRUE(a.desk.decide("O1", "r1", asking));
  ASSERT_TRUE(a.say("O1", {Role::Reviewer, "r1"}, workflow::ClaimReview{}));
  const auto shown = a.desk.look("O1", "r1").value();
  auto confirming = ADesk::accepting(shown);
  confirming.let_pass = Decision::LetPass{"", shown.second->digest};
  EXPECT_EQ(refusal(a.desk.decide("O1", "r1", confirming)),
            workflow::RefusalCode::SecondPersonIsFirst);
  const auto noted = a.store.database.read([](store::database::Transaction& transaction) {
    return store::ledger::stream(transaction, store::orders::kRefusals);
  });
  EXPECT_THAT(noted.value(), SizeIs(1));
}

TEST_P(ReviewDesk, CountsWhatPeopleMakeOfTheMachine) {
  ADesk a(GetParam());
  a.submit("O1", {{"licence", a_report("refer", {{"SEAL_FAINT"}, {"IMG_PHOTO"}})}});
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto shown = a.desk.look("O1", "r1").value();
  ASSERT_TRUE(a.desk.decide("O1", "r1", ADesk::refusing(shown, "licence", "SEAL_FAINT")));
  const auto counts = a.desk.precision("").value();
  ASSERT_THAT(counts, SizeIs(2));
  EXPECT_EQ(counts[0].rule, "p/t/IMG_PHOTO");
  EXPECT_EQ(counts[0].overturned, 1);
  EXPECT_EQ(counts[1].rule, "p/t/SEAL_FAINT");
  EXPECT_EQ(counts[1].upheld, 1);
}

// Decisions, claims and releases at random from three reviewers: nobody decides what he does not
// hold, and no order is decided twice in a round.
TEST_P(ReviewDesk, HoldsWhateverReviewersDoAtOnce) {
  ADesk a(GetParam());
  constexpr int kOrders = 8;
  for (int i = 0; i < kOrders; ++i) a.submit("O" + std::to_string(i));
  std::atomic<int> approved = 0;
  std::vector<std::thread> reviewers;
  for (int r = 0; r < 3; ++r) {
    reviewers.emplace_back([&, r] {
      const std::string me = "r" + std::to_string(r);
      for (auto next = a.desk.claim_next(me); next && *next; next = a.desk.claim_next(me)) {
        const auto shown = a.desk.look(**next, me);
        if (!shown) continue;
        if (a.desk.decide(**next, me, ADesk::accepting(*shown))) ++approved;
      }
    });
  }
  for (auto& reviewer : reviewers) reviewer.join();
  EXPECT_EQ(approved, kOrders);
  for (int i = 0; i < kOrders; ++i) {
    const auto order = a.order("O" + std::to_string(i));
    EXPECT_EQ(order.stage, Stage::AwaitingPayment);
    EXPECT_EQ(order.round, 1U);
  }
}

INSTANTIATE_TEST_SUITE_P(, ReviewDesk,
                         testing::Values(tests::Backend::Sqlite, tests::Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::review
