#include "tests/support/outputs.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace vermilion::service::output {
namespace {

using nlohmann::ordered_json;

TEST(Jsonl, IsTheSameDocumentsOneALine) {
  const auto outcomes = tests::example_outcomes();
  const auto documents = ordered_json::parse(tests::written("json", outcomes));
  std::istringstream lines(tests::written("jsonl", outcomes));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_EQ(ordered_json::parse(line), documents[count]);
  }
  EXPECT_EQ(count, outcomes.size());
}

TEST(Jsonl, CostsAreThereOnDemand) {
  const std::vector outcomes{tests::example_outcomes().front()};
  const auto timed = ordered_json::parse(tests::written("jsonl", outcomes, {.costs = true}));
  EXPECT_EQ(timed["timing_us"]["seal"], 9000);
}

}  // namespace
}  // namespace vermilion::service::output
