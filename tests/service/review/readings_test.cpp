#include "service/review/readings.hpp"

#include "tests/service/review/a_desk.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::review {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

workflow::Order an_order() {
  workflow::Order order;
  order.id = "O1";
  order.project = "yingtan_sunshine";
  order.round = 2;
  order.documents["licence"].sha256 = "abc";
  return order;
}

Reading reading(const nlohmann::ordered_json& report, int per_thousand = 0) {
  return reading_of({1, "etag", report.dump()}, an_order(), "licence",
                    Samples(per_thousand, "key"));
}

TEST(Reading, TakesVerdictTypeAndFlagsFromTheReport) {
  auto report = tests::a_report("refer", {{"SEAL_FAINT"}, {"IMG_SKEW", "note"}});
  report["rules"]["type"] = "licence_copy";
  const Reading got = reading(report);
  EXPECT_EQ(got.verdict, "refer");
  EXPECT_EQ(got.type, "licence_copy");
  EXPECT_EQ(got.sha256, "abc");
  EXPECT_EQ(got.round, 2U);
  EXPECT_THAT(got.flags, ElementsAre(Flag{"p/t/SEAL_FAINT", "SEAL_FAINT", "warn"},
                                     Flag{"p/t/IMG_SKEW", "IMG_SKEW", "note"}));
}

TEST(Reading, OfWhatIsNoReportIsUnreadable) {
  const auto got = reading_of({1, "", "not a report"}, an_order(), "licence", Samples(1000, "k"));
  EXPECT_EQ(got.verdict, "unreadable");
  EXPECT_FALSE(got.sampled);
}

TEST(Reading, CountsWhatTheDocumentsSayAgainstEachOther) {
  auto report = tests::a_report("accept");
  report["cross"].push_back({{"code", "DUPLICATE_IMAGE"}, {"level", "warn"}, {"rule", "p/same"}});
  EXPECT_EQ(reading(report).verdict, "refer");
  report["cross"][0]["level"] = "block";
  EXPECT_EQ(reading(report).verdict, "reject");
}

TEST(Reading, IsSampledOnlyWhereTheMachineAccepted) {
  EXPECT_TRUE(reading(tests::a_report("accept"), 1000).sampled);
  EXPECT_FALSE(reading(tests::a_report("refer"), 1000).sampled);
  EXPECT_FALSE(reading(tests::a_report("accept"), 0).sampled);
}

class KeptReadings : public tests::OnBoth {};

TEST_P(KeptReadings, ComeBackAsTheyWereAndReplaceEarlierOnes) {
  tests::AStore store(GetParam());
  Reading first = reading(tests::a_report("refer", {{"SEAL_FAINT"}, {"IMG_BLUR"}}));
  Reading second = reading(tests::a_report("accept"));
  first.read_at_s = second.read_at_s = *store.now_ms / 1000;
  const auto kept = store.database.transact([&](store::database::Transaction& transaction) {
    keep(transaction, first);
    const auto one = readings_of(transaction, "O1");
    keep(transaction, second);
    return std::pair(one, readings_of(transaction, "O1"));
  });
  ASSERT_TRUE(kept) << kept.error().detail;
  EXPECT_THAT(kept->first, UnorderedElementsAre(first));
  EXPECT_THAT(kept->second, UnorderedElementsAre(second));
}

INSTANTIATE_TEST_SUITE_P(, KeptReadings,
                         testing::Values(tests::Backend::Sqlite, tests::Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::review
