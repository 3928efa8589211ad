#include "service/projects/kept.hpp"

#include "tests/service/projects/shipped_rules.hpp"
#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

namespace vermilion::tests {
namespace {

using service::projects::Kept;
using service::projects::RuleSet;
using service::store::database::Transaction;

const std::string kProject = "housing_inside";

RuleSet with_fee(int fee) {
  return read(changed(shipped_files(), "projects/housing_inside.yaml", "fee: 22000",
                      "fee: " + std::to_string(fee)));
}

std::int64_t fee_of(const service::store::orders::Terms::Found& terms) {
  return workflow::find_variant(*terms, workflow::Operation::New, "standard")->fee->amount;
}

class KeptRules : public OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    a_ = std::make_unique<ADatabase>(GetParam());
    database_.emplace(a_->migrated());
    kept_ = opened();
  }
  std::unique_ptr<Kept> opened() {
    auto kept = Kept::open(*database_);
    EXPECT_TRUE(kept) << kept.error();
    return std::move(*kept);
  }

  std::unique_ptr<ADatabase> a_;
  std::optional<Database> database_;
  std::unique_ptr<Kept> kept_;
};
INSTANTIATE_TEST_SUITE_P(, KeptRules, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         backend_name);

TEST_P(KeptRules, AreNoneBeforeAnythingWasPublished) {
  EXPECT_EQ(kept_->live(), nullptr);
  EXPECT_EQ(kept_->current(kProject), nullptr);
  EXPECT_EQ(kept_->with_digest(kProject, "digest"), nullptr);
}

TEST_P(KeptRules, StayWhatTheyWereForOrdersBegunUnderThem) {
  const auto first = with_fee(22000);
  ASSERT_EQ(kept_->publish(first, "author", "first"), 1);
  const std::string digest = kept_->current(kProject)->digest;
  ASSERT_EQ(kept_->publish(with_fee(25000), "author", "dearer"), 2);
  EXPECT_EQ(fee_of(kept_->current(kProject)), 25000);
  EXPECT_EQ(fee_of(kept_->with_digest(kProject, digest)), 22000);
  EXPECT_EQ(kept_->rules_with_digest(kProject, digest)->digest, digest);
  EXPECT_EQ(kept_->current_rules(kProject)->digest, kept_->current(kProject)->digest);
  EXPECT_EQ(kept_->set_with_digest(first.digest)->files, first.files);

  const auto afterwards = opened();
  EXPECT_EQ(fee_of(afterwards->current(kProject)), 25000);
  EXPECT_EQ(fee_of(afterwards->with_digest(kProject, digest)), 22000);
}

TEST_P(KeptRules, GoBackToAnEarlierSet) {
  const auto first = with_fee(22000);
  ASSERT_TRUE(kept_->publish(first, "author", "first"));
  ASSERT_TRUE(kept_->publish(with_fee(25000), "author", "a slip"));
  ASSERT_EQ(kept_->publish(first, "author", "back"), 3);
  EXPECT_EQ(fee_of(kept_->current(kProject)), 22000);
  const auto all = database_->read(
      [](Transaction& transaction) { return service::projects::publications(transaction); });
  ASSERT_EQ(all->size(), 3u);
  EXPECT_EQ(all->at(1).reason, "a slip");
  EXPECT_EQ(all->at(2).rule_set, first.digest);
}

TEST_P(KeptRules, OfAnotherProcessAreTakenOver) {
  const auto other = opened();
  ASSERT_TRUE(kept_->publish(with_fee(22000), "author", "first"));
  EXPECT_EQ(other->current(kProject), nullptr);
  // An order begun over there is asked for here.
  const std::string digest = kept_->current(kProject)->digest;
  EXPECT_EQ(fee_of(other->with_digest(kProject, digest)), 22000);
  ASSERT_TRUE(kept_->publish(with_fee(25000), "author", "dearer"));
  ASSERT_TRUE(other->refresh());
  EXPECT_EQ(fee_of(other->current(kProject)), 25000);
}

TEST_P(KeptRules, TriedOutAreNotLive) {
  ASSERT_TRUE(kept_->publish(with_fee(22000), "author", "first"));
  const auto shadow = with_fee(1);
  ASSERT_TRUE(kept_->keep(shadow));
  EXPECT_EQ(fee_of(kept_->current(kProject)), 22000);
  EXPECT_NE(kept_->set_with_digest(shadow.digest), nullptr);
}

// Whatever a later program would work out, the order's digest finds its rules.
TEST_P(KeptRules, AreFoundUnderTheDigestTheyWereKeptBy) {
  ASSERT_TRUE(kept_->publish(with_fee(22000), "author", "first"));
  ASSERT_TRUE(database_->transact([](Transaction& transaction) {
    transaction.run(
        "UPDATE rule_set_projects SET digest = 'of-an-older-program'"
        " WHERE project = 'housing_inside'");
  }));
  const auto later = opened();
  EXPECT_EQ(later->with_digest(kProject, "of-an-older-program")->digest, "of-an-older-program");
  EXPECT_EQ(later->current(kProject)->digest, "of-an-older-program");
}

TEST_P(KeptRules, AreAskedForWhileTheyArePublished) {
  ASSERT_TRUE(kept_->publish(with_fee(22000), "author", "first"));
  std::vector<RuleSet> sets;
  for (int i = 1; i <= 5; ++i) sets.push_back(with_fee(22000 + i));
  std::atomic<bool> stop = false;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([&] {
      std::int64_t last = 0;
      while (!stop) {
        const auto fee = fee_of(kept_->current(kProject));
        EXPECT_GE(fee, last);
        last = fee;
      }
    });
  }
  for (const RuleSet& rules : sets) EXPECT_TRUE(kept_->publish(rules, "author", "again"));
  stop = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(fee_of(kept_->current(kProject)), 22005);
}

}  // namespace
}  // namespace vermilion::tests
