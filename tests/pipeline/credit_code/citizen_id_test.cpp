#include "pipeline/credit_code/citizen_id.hpp"

#include "tests/support/shared_data.hpp"

#include <gtest/gtest.h>

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

TEST(CitizenId, WrongLengthIsRefused) {
  EXPECT_FALSE(valid(""));
  EXPECT_FALSE(valid("110105491231002"));
}

}  // namespace
}  // namespace vermilion::pipeline::citizen_id
