#include "service/review/queue.hpp"

#include "tests/service/review/a_desk.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::review {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using namespace std::chrono_literals;
using tests::a_report;

class ReviewQueue : public tests::OnBoth {
 protected:
  static std::vector<std::string> ids(tests::ADesk& a, const std::string& reviewer) {
    std::vector<std::string> found;
    const auto waiting = a.desk.queue(reviewer);
    EXPECT_TRUE(waiting);
    for (const Waiting& one : *waiting) found.push_back(one.order->id);
    return found;
  }
  static Waiting first(tests::ADesk& a, const std::string& reviewer) {
    return a.desk.queue(reviewer).value().front();
  }
};

TEST_P(ReviewQueue, PutsWhatIsRiskierFirst) {
  tests::ADesk a(GetParam());
  a.submit("O1");
  a.submit("O2", {{"licence", a_report("refer", {{"SEAL_PRINTED"}})}});
  a.submit("O3", {{"licence", a_report("refer", {{"IMG_BLUR"}})}});
  EXPECT_THAT(ids(a, "r1"), ElementsAre("O2", "O3", "O1"));
}

TEST_P(ReviewQueue, LetsNothingWaitForEverBehindWhatIsRiskier) {
  tests::ADesk a(GetParam());
  a.submit("O1");
  a.store.wait(24h);  // two thirds of what was promised are gone by then, and more
  a.submit("O2", {{"licence", a_report("refer", {{"SEAL_PRINTED"}})}});
  EXPECT_THAT(ids(a, "r1"), ElementsAre("O1", "O2"));
}

TEST_P(ReviewQueue, TellsWhyAndWhatWasFound) {
  tests::ADesk a(GetParam());
  a.submit("O1", {{"licence", a_report("refer", {{"NAME_CHAR"}, {"IMG_SKEW", "note"}})}});
  const Waiting waiting = first(a, "r1");
  EXPECT_THAT(waiting.risk.signs,
              ElementsAre(Sign::Disagreement, Sign::Referred, Sign::FirstOrder));
  EXPECT_THAT(waiting.findings, ElementsAre(std::pair("NAME_CHAR", 1)));
  EXPECT_FALSE(waiting.resubmission || waiting.mine || waiting.held || waiting.asks_second);
  EXPECT_GT(waiting.until_s, waiting.since_s);
}

TEST_P(ReviewQueue, HidesWhatOthersHoldUntilTheirLeaseEnds) {
  tests::ADesk a(GetParam());
  a.submit("O1");
  ASSERT_EQ(a.desk.claim_next("r1").value(), "O1");
  EXPECT_THAT(ids(a, "r2"), IsEmpty());
  EXPECT_TRUE(first(a, "r1").held);
  a.store.wait(31min);
  EXPECT_THAT(ids(a, "r2"), ElementsAre("O1"));
}

TEST_P(ReviewQueue, KeepsTheAgeOfWhatWasTakenAndGivenBack) {
  tests::ADesk a(GetParam());
  a.submit("O1");
  const auto since = first(a, "r1").since_s;
  a.store.wait(2h);
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  ASSERT_TRUE(a.say("O1", {workflow::Role::Reviewer, "r1"}, workflow::ReleaseReview{}));
  EXPECT_EQ(first(a, "r2").since_s, since);
}

TEST_P(ReviewQueue, BringsWhatWasRefusedBackToWhoRefusedIt) {
  tests::ADesk a(GetParam());
  a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto shown = a.desk.look("O1", "r1").value();
  ASSERT_TRUE(a.desk.decide("O1", "r1", tests::ADesk::refusing(shown, "licence", "SEAL_NONE")));
  a.submit_again("O1", "licence");
  a.submit("O2", {{"licence", a_report("refer", {{"SEAL_PRINTED"}})}});
  EXPECT_THAT(ids(a, "r1"), ElementsAre("O1", "O2"));
  EXPECT_THAT(ids(a, "r2"), ElementsAre("O2", "O1"));
  EXPECT_TRUE(first(a, "r1").resubmission);
  EXPECT_TRUE(first(a, "r1").mine);
}

TEST_P(ReviewQueue, RemembersAnOrganisationThatIsOftenRefused) {
  tests::ADesk a(GetParam());
  for (const auto* id : {"O1", "O2", "O3"}) {
    a.submit(id);
    ASSERT_TRUE(a.desk.claim_next("r1").value());
    auto decision = tests::ADesk::accepting(a.desk.look(id, "r1").value());
    for (auto& document : decision.documents) {
      document.accepted = false;
      document.reasons = {"IMG_BLUR"};
    }
    ASSERT_TRUE(a.desk.decide(id, "r1", decision));
  }
  a.submit("O4");
  EXPECT_THAT(first(a, "r1").risk.signs, Contains(Sign::OftenRejected));
  a.submit("O5", {}, "91360000625912173B", "另一家");
  a.store.wait(1s);
  const auto all = a.desk.queue("r1").value();
  for (const Waiting& waiting : all) {
    if (waiting.order->id == "O5") {
      EXPECT_THAT(waiting.risk.signs, Not(Contains(Sign::OftenRejected)));
    }
  }
}

TEST_P(ReviewQueue, ForgetsWhatWasSaidOfScansThatWereReplaced) {
  tests::ADesk a(GetParam());
  a.submit("O1", {{"licence", a_report("refer", {{"SEAL_PRINTED"}})}});
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto shown = a.desk.look("O1", "r1").value();
  ASSERT_TRUE(a.desk.decide("O1", "r1", tests::ADesk::refusing(shown, "licence", "SEAL_PRINTED")));
  a.submit_again("O1", "licence");
  EXPECT_THAT(first(a, "r1").findings, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(, ReviewQueue,
                         testing::Values(tests::Backend::Sqlite, tests::Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::review
