#include "rules/yaml/parse.hpp"
#include "service/server/problem.hpp"
#include "service/server/routes.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

// service/openapi.yaml against what the program answers: neither says more than the other.
namespace vermilion::service::server {
namespace {

using rules::yaml::Node;

const Node& document() {
  static const Node kDocument = [] {
    std::ostringstream text;
    text << std::ifstream(VERMILION_SOURCE_DIR "/service/openapi.yaml").rdbuf();
    auto parsed = rules::yaml::parse({"service/openapi.yaml", text.str()});
    EXPECT_TRUE(parsed);
    return parsed ? *parsed : Node{};
  }();
  return kDocument;
}

const Node& at(std::initializer_list<std::string_view> keys) {
  static const Node kNothing;
  const Node* node = &document();
  for (const std::string_view key : keys) {
    node = node->find(key);
    EXPECT_NE(node, nullptr) << key;
    if (node == nullptr) return kNothing;
  }
  return *node;
}

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

TEST(OpenApi, DescribesEveryRouteAndNoOther) {
  std::set<std::string> described;
  for (const auto& path : at({"paths"}).members) {
    for (const auto& method : path.value.members) described.insert(method.key + " " + path.key);
  }
  std::set<std::string> routed;
  for (const Route& route : routes())
    routed.insert(lower(route.method) + " " + std::string(route.path));
  EXPECT_EQ(described, routed);
}

TEST(OpenApi, SaysOfEachRouteWhatTheTableSays) {
  for (const Route& route : routes()) {
    const Node& operation = at({"paths", route.path, lower(route.method)});
    const Node* summary = operation.find("summary");
    ASSERT_NE(summary, nullptr) << route.path;
    EXPECT_EQ(summary->text, route.summary);
    EXPECT_EQ(operation.find("security") == nullptr, route.access == Access::Client) << route.path;
    EXPECT_EQ(operation.find("requestBody") != nullptr, route.body_bytes > 0) << route.path;
    const Node* rate = operation.find("x-rate-class");
    ASSERT_NE(rate, nullptr) << route.path;
    EXPECT_EQ(rate->text, name_of(route.rate)) << route.path;
  }
}

TEST(OpenApi, NamesEveryCodeAProblemCanHave) {
  std::vector<std::string> described;
  for (const Node& code : at({"components", "schemas", "FaultCode", "enum"}).items) {
    described.push_back(code.text);
  }
  std::vector<std::string> known;
  for (std::size_t i = 0; i < kFaults; ++i) known.emplace_back(code_of(static_cast<Fault>(i)));
  EXPECT_EQ(described, known);
}

void follow_references(const Node& node) {
  for (const auto& member : node.members) {
    if (member.key == "$ref") {
      ASSERT_TRUE(member.value.text.starts_with("#/")) << member.value.text;
      const Node* target = &document();
      std::istringstream keys(member.value.text.substr(2));
      for (std::string key; target != nullptr && std::getline(keys, key, '/');)
        target = target->find(key);
      EXPECT_NE(target, nullptr) << member.value.text;
    }
    follow_references(member.value);
  }
  for (const Node& item : node.items) follow_references(item);
}

TEST(OpenApi, RefersToNothingThatIsNotThere) {
  follow_references(document());
}

}  // namespace
}  // namespace vermilion::service::server
