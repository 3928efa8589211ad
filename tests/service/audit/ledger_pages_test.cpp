#include "service/audit/ledger_pages.hpp"

#include "tests/service/review/a_desk.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace vermilion::service::audit {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::ADesk;
using tests::Backend;

class LedgerPages : public tests::OnBoth {
 protected:
  static std::vector<Entry> page(ADesk& a, const std::string& order, std::uint64_t after = 0,
                                 int most = 200) {
    return a.store.database
        .read([&](store::database::Transaction& transaction) {
          return ledger_page(transaction, order, after, most);
        })
        .value();
  }
  static const Entry& of_kind(const std::vector<Entry>& page, const std::string& kind) {
    return *std::ranges::find(page, kind, &Entry::kind);
  }
};

TEST_P(LedgerPages, TellOfEachEntryWhatItChanged) {
  ADesk a(GetParam());
  a.submit("O1");
  ASSERT_TRUE(a.desk.claim_next("r1").value());
  const auto shown = a.desk.look("O1", "r1").value();
  ASSERT_TRUE(a.desk.decide("O1", "r1", ADesk::refusing(shown, "licence", "SEAL_NONE")));
  const auto all = page(a, "O1");
  EXPECT_THAT(of_kind(all, "review_claimed").changes,
              Contains(Changed{"/stage", "awaiting_reviewer", "in_review"}));
  const auto decided = std::ranges::find_if(all, [](const Entry& entry) {
    return entry.kind == "document_decided" &&
           entry.body.dump().find("SEAL_NONE") != std::string::npos;
  });
  ASSERT_NE(decided, all.end());
  EXPECT_THAT(decided->changes,
              ElementsAre(Changed{"/documents/licence/decision", "none", "rejected"},
                          Changed{"/documents/licence/reasons", nlohmann::json::array(),
                                  nlohmann::json::array({"SEAL_NONE"})}));
  EXPECT_THAT(of_kind(all, "rejected").changes,
              Contains(Changed{"/stage", "in_review", "rejected"}));
}

TEST_P(LedgerPages, GoOnBehindANumber) {
  ADesk a(GetParam());
  a.submit("O1");
  a.submit("O2");
  const auto all = page(a, "");
  std::vector<std::uint64_t> numbers;
  for (std::uint64_t after = 0;;) {
    const auto some = page(a, "", after, 3);
    for (const Entry& entry : some) numbers.push_back(entry.number);
    if (some.empty()) break;
    after = some.back().number;
  }
  ASSERT_EQ(numbers.size(), all.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) EXPECT_EQ(numbers[i], all[i].number);
  for (const Entry& entry : page(a, "O2")) EXPECT_EQ(entry.stream, "order/O2");
}

TEST(LedgerChanges, NameWhatAppearsAndWhatVanishes) {
  EXPECT_THAT(changes_between({{"a", 1}}, {{"b", {{"c", 2}}}}),
              ElementsAre(Changed{"/a", 1, nullptr}, Changed{"/b", nullptr, {{"c", 2}}}));
  EXPECT_THAT(changes_between({{"a", {1, 2}}}, {{"a", {1, 2}}}), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(, LedgerPages, testing::Values(Backend::Sqlite, Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::audit
