#include "service/review/precision.hpp"

#include "tests/service/store/orders/a_world.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::review {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = Agreement::Kind;

const std::vector<Flag> kFlags{{"p/t/faint", "SEAL_FAINT", "warn"},
                               {"p/t/faint", "SEAL_FAINT", "warn"},
                               {"p/t/photo", "IMG_PHOTO", "warn"},
                               {"p/t/skew", "IMG_SKEW", "note"}};

std::vector<Agreement> agreements(bool accepted, const std::vector<std::string>& reasons) {
  return agreements_of(kFlags, accepted, reasons);
}

TEST(Agreements, OfAnAcceptedDocumentOverturnEveryWarning) {
  EXPECT_THAT(agreements(true, {}),
              ElementsAre(Agreement{"p/t/faint", "SEAL_FAINT", Kind::Overturned},
                          Agreement{"p/t/photo", "IMG_PHOTO", Kind::Overturned}));
}

TEST(Agreements, OfARefusalUpholdWhatItNames) {
  EXPECT_THAT(agreements(false, {"SEAL_FAINT"}),
              ElementsAre(Agreement{"p/t/faint", "SEAL_FAINT", Kind::Upheld},
                          Agreement{"p/t/photo", "IMG_PHOTO", Kind::Overturned}));
}

TEST(Agreements, SayWhatNobodySpokeOf) {
  EXPECT_THAT(agreements_of({}, false, std::vector<std::string>{"SEAL_NONE", "SEAL_NONE"}),
              ElementsAre(Agreement{"", "SEAL_NONE", Kind::Missed}));
}

TEST(Agreements, LeaveQuestionsOfPeopleAndTheirSentencesAlone) {
  EXPECT_THAT(
      agreements_of({}, false, std::vector<std::string>{"review/licence_duplicate", "字太潦草"}),
      IsEmpty());
}

class CountedDecisions : public tests::OnBoth {
 protected:
  static Label label(const std::string& id, bool accepted, std::vector<std::string> reasons,
                     const std::string& sha256) {
    Reading reading;
    reading.order = "O1";
    reading.slot = "licence";
    reading.sha256 = sha256;
    reading.project = "p";
    reading.verdict = "refer";
    reading.flags = {{"p/t/faint", "SEAL_FAINT", "warn"}};
    return {.id = id,
            .reading = reading,
            .reviewer = "r1",
            .round = 1,
            .accepted = accepted,
            .reasons = std::move(reasons),
            .decided_at_s = 1000};
  }
};

TEST_P(CountedDecisions, AddUpByRule) {
  tests::AStore store(GetParam());
  const auto counts = store.database.transact([](store::database::Transaction& transaction) {
    keep(transaction, label("d1", false, {"SEAL_FAINT"}, "a"));
    keep(transaction, label("d2", false, {"SEAL_FAINT"}, "b"));
    keep(transaction, label("d3", true, {}, "c"));
    keep(transaction, label("d4", false, {"SEAL_NONE"}, "d"));
    return std::pair(precision(transaction, ""), precision(transaction, "p/t/faint"));
  });
  ASSERT_TRUE(counts) << counts.error().detail;
  ASSERT_EQ(counts->first.size(), 2U);
  EXPECT_EQ(counts->first[0].code, "SEAL_NONE");
  EXPECT_EQ(counts->first[0].missed, 1);
  EXPECT_EQ(counts->first[0].precision_per_thousand(), -1);
  ASSERT_EQ(counts->second.size(), 1U);
  EXPECT_EQ(counts->second[0].upheld, 2);
  EXPECT_EQ(counts->second[0].overturned, 2);
  EXPECT_EQ(counts->second[0].precision_per_thousand(), 500);
}

TEST_P(CountedDecisions, CountTheSameWordOnTheSameScanOnce) {
  tests::AStore store(GetParam());
  const auto counts = store.database.transact([](store::database::Transaction& transaction) {
    keep(transaction, label("d1", true, {}, "a"));
    keep(transaction, label("d2", true, {}, "a"));
    const auto once = precision(transaction, "");
    auto otherwise = label("d3", false, {"SEAL_FAINT"}, "a");
    otherwise.round = 2;
    keep(transaction, otherwise);
    return std::pair(once, precision(transaction, ""));
  });
  ASSERT_TRUE(counts) << counts.error().detail;
  EXPECT_EQ(counts->first[0].overturned, 1);
  EXPECT_EQ(counts->second[0].upheld, 1);
}

TEST_P(CountedDecisions, TellHowOftenTheMachineAcceptedWrongly) {
  tests::AStore store(GetParam());
  const auto counts = store.database.transact([](store::database::Transaction& transaction) {
    for (const bool accepted : {true, true, false}) {
      auto one = label(accepted ? "x" : "y", accepted, {}, accepted ? "a" : "b");
      one.reading.sampled = true;
      keep(transaction, one);
    }
    auto another = label("z", true, {}, "c");
    another.reading.sampled = true;
    keep(transaction, another);
    return sample_counts(transaction);
  });
  ASSERT_TRUE(counts) << counts.error().detail;
  EXPECT_EQ(counts->looked, 3);
  EXPECT_EQ(counts->confirmed, 2);
  EXPECT_EQ(counts->rejected, 1);
}

INSTANTIATE_TEST_SUITE_P(, CountedDecisions,
                         testing::Values(tests::Backend::Sqlite, tests::Backend::PostgreSql),
                         tests::backend_name);

}  // namespace
}  // namespace vermilion::service::review
