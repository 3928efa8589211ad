#include "tests/support/outputs.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace vermilion::service::output {
namespace {

using nlohmann::ordered_json;

TEST(Json, IsOneArrayInTheOrderOfTheOutcomes) {
  const auto outcomes = tests::example_outcomes();
  const auto documents = ordered_json::parse(tests::written("json", outcomes));
  ASSERT_EQ(documents.size(), outcomes.size());
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    EXPECT_EQ(documents[i]["file"], outcomes[i].file);
    EXPECT_EQ(documents[i]["schema"], 1);
  }
  EXPECT_EQ(documents[0]["verdict"], "accept");
  EXPECT_EQ(documents[1]["verdict"], "refer");
  EXPECT_EQ(documents[2]["verdict"], "reject");
  EXPECT_EQ(documents[3]["verdict"], "unreadable");
}

TEST(Json, InputWithoutAReportHasTheSameShapeAndSaysWhy) {
  const auto outcomes = tests::example_outcomes();
  EXPECT_EQ(tests::written("json", {outcomes[4], outcomes[5]}), R"([{
  "schema": 1,
  "file": "gone.jpg",
  "verdict": "unreadable",
  "error": {
    "cause": "input",
    "message": "No such file or directory"
  },
  "findings": [],
  "facts": {}
},
{
  "schema": 1,
  "file": "broken.jpg",
  "verdict": "unreadable",
  "error": {
    "cause": "internal",
    "message": "out of memory"
  },
  "findings": [],
  "facts": {}
}]
)");
}

TEST(Json, NothingReviewedIsAnEmptyArray) {
  EXPECT_EQ(tests::written("json", {}), "[]\n");
}

TEST(Json, CostsAreThereOnDemand) {
  const std::vector outcomes{tests::example_outcomes().front()};
  EXPECT_FALSE(ordered_json::parse(tests::written("json", outcomes))[0].contains("timing_us"));
  const auto timed = ordered_json::parse(tests::written("json", outcomes, {.costs = true}));
  EXPECT_EQ(timed[0]["timing_us"]["total"], 30000);
}

TEST(Json, OverlayThatWasDrawnIsNamed) {
  auto outcome = tests::example_outcomes().front();
  outcome.overlay = "drawn/accepted.overlay.jpg";
  const auto documents = ordered_json::parse(tests::written("json", {outcome}));
  EXPECT_EQ(documents[0]["overlay"], "drawn/accepted.overlay.jpg");
}

TEST(Json, NameThatIsNoUtf8IsWrittenAndReadBack) {
  const auto outcome = tests::reviewed(tests::a_readable_report("\xc9\xa8\xc3\xe8.jpg"));
  const auto documents = ordered_json::parse(tests::written("json", {outcome}));
  EXPECT_EQ(documents[0]["file"], "ɨ\uFFFD\uFFFD.jpg");
}

}  // namespace
}  // namespace vermilion::service::output
