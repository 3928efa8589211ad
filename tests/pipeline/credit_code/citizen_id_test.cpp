#include "pipeline/credit_code/citizen_id.hpp"

#include "tests/support/shared_data.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>

namespace vermilion::pipeline::citizen_id {
namespace {

TEST(CitizenId, PublishedNumbersAreTakenAndRefusedAsWritten) {
  const auto vectors = tests::shared_json("vectors/citizen_id.json");
  if (!vectors) GTEST_SKIP() << tests::kNoSharedData;
  for (const auto& id : (*vectors)["valid"]) EXPECT_TRUE(valid(id.get<std::string>())) << id;
  for (const auto& row : (*vectors)["invalid"]) {
    EXPECT_FALSE(valid(row["id"].get<std::string>())) << row["why"];
  }
}

TEST(CitizenId, DayThatDoesNotExistIsRefused) {
  const std::string first17 = "11010519490230002";
  EXPECT_FALSE(valid(first17 + check_character(first17)));
}

TEST(CitizenId, LowerCaseCheckCharacterIsRefused) {
  EXPECT_FALSE(valid("11010519491231002x"));
}

// Numbers of GB 11643's own examples and of nobody.
constexpr std::array<std::string_view, 3> kValid{"11010519491231002X", "440524188001010014",
                                                 "34052419800101001X"};

TEST(CitizenId, NoSingleWrongDigitPasses) {
  for (const std::string_view id : kValid) {
    ASSERT_TRUE(valid(id));
    for (std::size_t i = 0; i < id.size(); ++i) {
      for (const char other : std::string_view("0123456789X")) {
        if (other == id[i]) continue;
        std::string wrong(id);
        wrong[i] = other;
        EXPECT_FALSE(valid(wrong)) << wrong;
      }
    }
  }
}

TEST(CitizenId, NoExchangeOfNeighboursPasses) {
  for (const std::string_view id : kValid) {
    for (std::size_t i = 0; i + 1 < id.size(); ++i) {
      if (id[i] == id[i + 1]) continue;
      std::string wrong(id);
      std::swap(wrong[i], wrong[i + 1]);
      EXPECT_FALSE(valid(wrong)) << wrong;
    }
  }
}

struct NearMiss {
  const char* first17;
  bool valid;
};

class NearMisses : public testing::TestWithParam<NearMiss> {};

TEST_P(NearMisses, AreJudgedByTheCalendarAndTheRegion) {
  const std::string first17 = GetParam().first17;
  EXPECT_EQ(valid(first17 + check_character(first17)), GetParam().valid) << first17;
}

INSTANTIATE_TEST_SUITE_P(
    CitizenId, NearMisses,
    testing::Values(NearMiss{"36999920000229001", true},   // a leap year
                    NearMiss{"36999919000229001", false},  // no leap year
                    NearMiss{"36999919990431001", false}, NearMiss{"36999919991301001", false},
                    NearMiss{"36999919990001001", false}, NearMiss{"36999919990100001", false},
                    NearMiss{"36999918000101001", true}, NearMiss{"36999917991231001", false},
                    NearMiss{"36999921000101001", false}, NearMiss{"06999919990101001", false},
                    NearMiss{"96999919990101001", false}));

TEST(CitizenId, WrongLengthIsRefused) {
  EXPECT_FALSE(valid(""));
  EXPECT_FALSE(valid("110105491231002"));
}

}  // namespace
}  // namespace vermilion::pipeline::citizen_id
