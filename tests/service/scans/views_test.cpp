#include "service/scans/views.hpp"

#include "service/store/ledger/ledger.hpp"
#include "tests/service/scans/a_house.hpp"

#include <gmock/gmock.h>

namespace vermilion::tests {
namespace {

using service::accounts::Asker;
using service::accounts::Role;
using service::scans::reason_to_see;
using service::scans::View;
using workflow::Instant;
using workflow::Stage;

class Views : public OnBoth {};
INSTANTIATE_TEST_SUITE_P(, Views, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

constexpr Instant kNow{std::chrono::seconds(1'000'000)};

workflow::Order in(Stage stage) {
  workflow::Order order;
  order.stage = stage;
  order.organisation = kOrganisation;
  order.claim = {kReviewer, kNow + std::chrono::minutes(5)};
  return order;
}

TEST(ReasonToSee, IsTheCaseOneHolds) {
  const Asker reviewer{kReviewer, Role::Reviewer, ""};
  const Asker another{"reviewer-2", Role::Reviewer, ""};
  EXPECT_EQ(reason_to_see(reviewer, in(Stage::InReview), kNow), "review");
  EXPECT_EQ(reason_to_see(another, in(Stage::InReview), kNow), std::nullopt);
  EXPECT_EQ(reason_to_see(reviewer, in(Stage::AwaitingReviewer), kNow), std::nullopt);
  EXPECT_EQ(reason_to_see(reviewer, in(Stage::InReview), kNow + std::chrono::minutes(5)),
            std::nullopt);
}

TEST(ReasonToSee, IsThePaperThatLiesThere) {
  const Asker post{"operator-1", Role::Operator, ""};
  EXPECT_EQ(reason_to_see(post, in(Stage::PaperReceived), kNow), "paper_check");
  for (const Stage stage : {Stage::Draft, Stage::InReview, Stage::AwaitingPayment, Stage::Issued}) {
    EXPECT_EQ(reason_to_see(post, in(stage), kNow), std::nullopt);
  }
}

TEST(ReasonToSee, OfApplicantsIsTheirOwn) {
  const Asker own{kApplicant, Role::Applicant, kOrganisation};
  const Asker stranger{kApplicant, Role::Applicant, "91360000000000000X"};
  EXPECT_EQ(reason_to_see(own, in(Stage::Draft), kNow), service::scans::kOwn);
  EXPECT_EQ(reason_to_see(stranger, in(Stage::Draft), kNow), std::nullopt);
}

TEST(ReasonToSee, NoneHaveFinanceAuthorsAndAdministrators) {
  for (const Role role : {Role::Finance, Role::RuleAuthor, Role::Admin}) {
    for (std::size_t stage = 0; stage < workflow::kStages; ++stage) {
      EXPECT_FALSE(reason_to_see({kReviewer, role, ""}, in(static_cast<Stage>(stage)), kNow));
    }
  }
}

TEST_P(Views, AreRowsAndEntriesOfTheLedger) {
  AHouse a(GetParam());
  for (const char* viewer : {"a", "b", "a"}) {
    ASSERT_TRUE(service::scans::note_view(a.database, {.viewer = viewer,
                                                       .order = "O1",
                                                       .slot = "id_card",
                                                       .version = 2,
                                                       .why = "review",
                                                       .request = "R-1"}));
  }
  const auto all = service::scans::views(a.database, {}).value();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_GT(all[0].number, all[1].number);
  EXPECT_EQ(service::scans::views(a.database, {.viewer = "a"})->size(), 2u);
  EXPECT_EQ(service::scans::views(a.database, {.order = "O2"})->size(), 0u);
  EXPECT_EQ(service::scans::views(a.database, {.before = all[1].number})->size(), 1u);
  EXPECT_EQ(service::scans::views(a.database, {.limit = 2})->size(), 2u);
  const auto entries = a.database.read(
      [](auto& reading) { return service::store::ledger::stream(reading, "views"); });
  ASSERT_EQ(entries->size(), 3u);
  EXPECT_EQ(static_cast<std::int64_t>(entries->back().number), all[0].number);
  EXPECT_THAT(entries->back().body, testing::HasSubstr("id_card"));
}

}  // namespace
}  // namespace vermilion::tests
