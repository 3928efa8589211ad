#include "tests/support/outputs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

namespace vermilion::service::output {
namespace {

using nlohmann::ordered_json;
using Names = std::set<std::string>;

// The members SARIF 2.1.0 (its JSON schema, additionalProperties false) allows and requires in the
// objects we write; "properties" is a bag of our own everywhere.
struct Shape {
  Names required;
  Names optional;
};

const std::map<std::string, Shape> kShapes{
    {"log", {{"version", "runs"}, {"$schema"}}},
    {"run", {{"tool"}, {"invocations", "artifacts", "results", "language"}}},
    {"tool", {{"driver"}, {}}},
    {"driver", {{"name"}, {"version", "language", "rules"}}},
    {"rule",
     {{"id"}, {"name", "shortDescription", "fullDescription", "help", "defaultConfiguration"}}},
    {"invocation", {{"executionSuccessful"}, {"toolExecutionNotifications"}}},
    {"notification", {{"message"}, {"level", "locations"}}},
    {"artifact", {{}, {"location", "length", "mimeType", "hashes"}}},
    {"result", {{"message"}, {"ruleId", "ruleIndex", "level", "locations", "attachments"}}},
    {"location", {{}, {"physicalLocation"}}},
    {"physicalLocation", {{"artifactLocation"}, {}}},
    {"artifactLocation", {{"uri"}, {}}},
    {"attachment", {{"artifactLocation"}, {"rectangles"}}},
    {"rectangle", {{}, {"top", "left", "bottom", "right", "message"}}},
    {"message", {{"text"}, {}}},
    {"configuration", {{}, {"level"}}},
};

void expect_shape(const ordered_json& object, const std::string& kind) {
  const Shape& shape = kShapes.at(kind);
  ASSERT_TRUE(object.is_object()) << kind;
  for (const auto& name : shape.required) EXPECT_TRUE(object.contains(name)) << kind << "." << name;
  for (const auto& [name, value] : object.items()) {
    EXPECT_TRUE(shape.required.contains(name) || shape.optional.contains(name) ||
                name == "properties")
        << kind << "." << name;
  }
}

void expect_artifact_location(const ordered_json& location) {
  expect_shape(location, "artifactLocation");
  const std::string uri = location["uri"];
  EXPECT_EQ(uri.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                  "-._~/%"),
            std::string::npos)
      << uri;
}

void expect_locations(const ordered_json& locations) {
  for (const auto& location : locations) {
    expect_shape(location, "location");
    expect_shape(location["physicalLocation"], "physicalLocation");
    expect_artifact_location(location["physicalLocation"]["artifactLocation"]);
  }
}

void expect_rule(const ordered_json& rule) {
  expect_shape(rule, "rule");
  for (const char* text : {"shortDescription", "fullDescription", "help"}) {
    expect_shape(rule[text], "message");
  }
  expect_shape(rule["defaultConfiguration"], "configuration");
}

void expect_result(const ordered_json& result) {
  expect_shape(result, "result");
  expect_shape(result["message"], "message");
  expect_locations(result["locations"]);
  for (const auto& attachment : result.value("attachments", ordered_json::array())) {
    expect_shape(attachment, "attachment");
    expect_artifact_location(attachment["artifactLocation"]);
    for (const auto& rectangle : attachment["rectangles"]) {
      expect_shape(rectangle, "rectangle");
      expect_shape(rectangle["message"], "message");
    }
  }
}

ordered_json run_of(const std::vector<batch::Outcome>& outcomes, const Style& style = {}) {
  const auto log = ordered_json::parse(tests::written("sarif", outcomes, style));
  expect_shape(log, "log");
  EXPECT_EQ(log["version"], "2.1.0");
  EXPECT_EQ(log["runs"].size(), 1u);
  return log["runs"][0];
}

TEST(Sarif, EveryObjectHasTheShapeOfTheStandard) {
  const ordered_json run = run_of(tests::example_outcomes());
  expect_shape(run, "run");
  expect_shape(run["tool"], "tool");
  expect_shape(run["tool"]["driver"], "driver");
  for (const auto& rule : run["tool"]["driver"]["rules"]) expect_rule(rule);
  for (const auto& result : run["results"]) expect_result(result);
  for (const auto& artifact : run["artifacts"]) {
    expect_shape(artifact, "artifact");
    expect_artifact_location(artifact["location"]);
  }
  for (const auto& invocation : run["invocations"]) {
    expect_shape(invocation, "invocation");
    for (const auto& notification : invocation["toolExecutionNotifications"]) {
      expect_shape(notification, "notification");
      expect_shape(notification["message"], "message");
      expect_locations(notification["locations"]);
    }
  }
}

TEST(Sarif, RulesAreTheFindingCodesInBothLanguages) {
  const ordered_json run = run_of({});
  const auto& rules = run["tool"]["driver"]["rules"];
  ASSERT_EQ(rules.size(), pipeline::finding_kinds().size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    EXPECT_EQ(rules[i]["id"], pipeline::finding_kinds()[i].name);
    const auto& texts = rules[i]["properties"]["texts"];
    EXPECT_EQ(rules[i]["shortDescription"]["text"], texts["zh"]["label"]);
    EXPECT_NE(texts["zh"]["message"], texts["en"]["message"]);
  }
}

TEST(Sarif, ResultsPointAtTheirRuleAndCarryItsLevel) {
  const ordered_json run = run_of(tests::example_outcomes());
  std::vector<std::string> levels;
  for (const auto& result : run["results"]) {
    const std::size_t index = result["ruleIndex"];
    EXPECT_EQ(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    levels.push_back(result["level"]);
  }
  EXPECT_THAT(levels, testing::ElementsAre("warning", "note", "error", "error"));
}

TEST(Sarif, BoxIsARectangleOfTheAttachment) {
  const ordered_json run = run_of(tests::example_outcomes());
  const auto& faint = run["results"][0];
  EXPECT_EQ(faint["attachments"][0]["rectangles"][0],
            ordered_json::parse(R"({"top": 1700, "left": 1000, "bottom": 2010, "right": 1320,
                                    "message": {"text": "印章过淡"}})"));
  EXPECT_EQ(faint["properties"]["box"], ordered_json({1000, 1700, 320, 310}));
  EXPECT_FALSE(run["results"][2].contains("attachments"));
}

TEST(Sarif, InputsWithoutAReportAreNotifications) {
  const auto outcomes = tests::example_outcomes();
  const auto notifications = [](const ordered_json& run) {
    return run["invocations"][0]["toolExecutionNotifications"];
  };
  const ordered_json gone = run_of({outcomes[4]});
  EXPECT_EQ(notifications(gone)[0]["message"]["text"], "No such file or directory");
  EXPECT_EQ(gone["invocations"][0]["executionSuccessful"], true);
  const ordered_json broken = run_of({outcomes[5]});
  EXPECT_EQ(notifications(broken)[0]["properties"]["cause"], "internal");
  EXPECT_EQ(broken["invocations"][0]["executionSuccessful"], false);
}

TEST(Sarif, AcceptedScanIsAnArtifactWithItsVerdict) {
  const ordered_json run = run_of({tests::example_outcomes().front()});
  EXPECT_EQ(run["results"], ordered_json::array());
  EXPECT_EQ(run["artifacts"][0]["properties"]["verdict"], "accept");
  EXPECT_EQ(run["artifacts"][0]["mimeType"], "image/jpeg");
}

TEST(Sarif, ScanNamedTwiceIsOneArtifact) {
  const auto outcome = tests::example_outcomes()[1];
  const ordered_json run = run_of({outcome, outcome});
  EXPECT_EQ(run["artifacts"].size(), 1u);
  EXPECT_EQ(run["results"].size(), 4u);
}

TEST(Sarif, PathsAreUriReferences) {
  const auto uri_of = [](const std::string& file) {
    const ordered_json run = run_of({tests::reviewed(tests::a_readable_report(file))});
    return run["artifacts"][0]["location"]["uri"].get<std::string>();
  };
  EXPECT_EQ(uri_of("scans/a-1_b.~.jpg"), "scans/a-1_b.~.jpg");
  EXPECT_EQ(uri_of("a b:c%.jpg"), "a%20b%3Ac%25.jpg");
  EXPECT_EQ(uri_of("扫.jpg"), "%E6%89%AB.jpg");
  EXPECT_EQ(uri_of("\xff"), "%FF");
}

TEST(Sarif, SpeaksTheLanguageAskedFor) {
  const std::vector outcomes{tests::example_outcomes()[2]};
  EXPECT_EQ(run_of(outcomes)["results"][0]["message"]["text"], "没有找到单位公章。");
  const ordered_json english = run_of(outcomes, {.language = rules::Language::English});
  EXPECT_EQ(english["results"][0]["message"]["text"], "The organisation's seal was not found.");
  EXPECT_EQ(english["tool"]["driver"]["language"], "en-US");
}

}  // namespace
}  // namespace vermilion::service::output
