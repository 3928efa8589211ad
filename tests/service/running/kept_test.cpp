#include "service/running/kept.hpp"

#include "tests/service/running/a_place.hpp"
#include "tests/service/store/a_database.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::running {
namespace {

using store::database::Transaction;
using testing::HasSubstr;
using tests::APlace;

void append(Kept& kept, const std::string& body) {
  const auto head = kept.database().transact([&](Transaction& transaction) {
    store::ledger::append(transaction, {"order/O1", "begun", body, 1});
    return store::ledger::head(transaction);
  });
  ASSERT_TRUE(head);
  ASSERT_TRUE(kept.marks().note(*head, 1));
}

// As its owner might, past the triggers.
void tamper(const APlace& place, const std::string& sql) {
  auto database =
      store::database::Database::open(store::database::place_of(place.places().database));
  ASSERT_TRUE(database);
  const auto done = database->transact([&](Transaction& transaction) {
    for (const auto& [name] :
         transaction.rows<std::string>("SELECT name FROM sqlite_master WHERE type = 'trigger'")) {
      transaction.run("DROP TRIGGER " + name);
    }
    transaction.run(sql);
  });
  ASSERT_TRUE(done);
}

TEST(Kept, OpensWhatIsNewAndWhatWasThere) {
  const APlace place;
  {
    auto kept = Kept::open(place.places());
    ASSERT_TRUE(kept) << kept.error();
    append(**kept, "{}");
  }
  auto again = Kept::open(place.places());
  ASSERT_TRUE(again) << again.error();
  const auto id = (*again)->blobs().put("a scan");
  ASSERT_TRUE(id);
  EXPECT_EQ((*again)->blobs().get(*id).value(), "a scan");
}

TEST(Kept, VerifiesWhatWasWrittenSinceTheLastTime) {
  const APlace place;
  {
    auto kept = Kept::open(place.places());
    ASSERT_TRUE(kept);
    for (int i = 0; i < 3; ++i) append(**kept, "{}");
    EXPECT_EQ((*kept)->verify()->entries, 3u);
    append(**kept, "{}");
  }
  auto kept = Kept::open(place.places());
  ASSERT_TRUE(kept);
  EXPECT_EQ((*kept)->verify()->entries, 0u) << "the start has verified the fourth";
  EXPECT_EQ((*kept)->verify_whole()->entries, 4u);
}

TEST(Kept, StartsNothingOnALedgerThatIsNotWhatWasWrittenAndNamesTheEntry) {
  const APlace place;
  {
    auto kept = Kept::open(place.places());
    ASSERT_TRUE(kept);
    for (int i = 0; i < 3; ++i) append(**kept, "{}");
  }
  tamper(place, "UPDATE ledger SET body = '[]' WHERE number = 2");
  const auto kept = Kept::open(place.places());
  ASSERT_FALSE(kept);
  EXPECT_THAT(kept.error(), HasSubstr("entry 2 (order/O1) has another body than was written"));
}

TEST(Kept, NamesTheFileThatIsMissingOrForOtherEyesToo) {
  const APlace place;
  auto places = place.places();
  places.ledger_key = place.folder.path() / "nowhere.key";
  const auto missing = Kept::open(places);
  ASSERT_FALSE(missing);
  EXPECT_THAT(missing.error(), HasSubstr("nowhere.key"));
  std::filesystem::permissions(place.places().blob_keys, std::filesystem::perms::group_read,
                               std::filesystem::perm_options::add);
  const auto open = Kept::open(place.places());
  ASSERT_FALSE(open);
  EXPECT_THAT(open.error(), HasSubstr("blobs.key"));
}

}  // namespace
}  // namespace vermilion::service::running
