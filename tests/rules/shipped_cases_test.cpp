#include "rules/yaml/parse.hpp"
#include "tests/rules/rule_files.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// The cases beside a published project try every document of it both ways.
namespace vermilion::tests {
namespace {

using rules::yaml::Node;

constexpr std::size_t kCasesMin = 8;

std::string text_at(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found ? found->text : "";
}

std::vector<Node> cases_of(const std::string& project) {
  const auto path =
      std::filesystem::path(VERMILION_SOURCE_DIR) / "rules/projects" / (project + ".test.yaml");
  std::ifstream in(path, std::ios::binary);
  const auto file = rule_file(project + ".test", {std::istreambuf_iterator<char>(in), {}});
  const Node* cases = file.tree.find("cases");
  return cases ? cases->items : std::vector<Node>{};
}

std::vector<rules::Project> published() {
  std::vector<rules::Project> projects;
  for (const auto& file : shipped_rules().projects) {
    auto project = compiled(file, shipped_rules().documents);
    if (!project.draft) projects.push_back(std::move(project));
  }
  return projects;
}

bool tries(const Node& each, const std::string& slot, std::string_view verdict) {
  return text_at(each, "slot") == slot && text_at(each, "verdict") == verdict;
}

TEST(ShippedCases, EveryPublishedProjectHasSome) {
  for (const auto& project : published()) {
    EXPECT_GE(cases_of(project.id).size(), kCasesMin) << project.id;
  }
}

TEST(ShippedCases, EveryDocumentIsAcceptedOnceAndRejectedOnce) {
  for (const auto& project : published()) {
    const auto cases = cases_of(project.id);
    for (const auto& slot : project.slots) {
      for (const std::string_view verdict : {"accept", "reject"}) {
        EXPECT_TRUE(std::ranges::any_of(
            cases, [&](const Node& each) { return tries(each, slot.id, verdict); }))
            << project.id << ": no case has " << verdict << " for " << slot.id;
      }
    }
  }
}

// Where any of several documents will do, each is accepted once.
TEST(ShippedCases, EveryAlternativeIsAcceptedOnce) {
  for (const auto& project : published()) {
    const auto cases = cases_of(project.id);
    for (const auto& slot : project.slots) {
      if (slot.alternatives.size() == 1) continue;
      for (const auto& type : slot.alternatives) {
        EXPECT_TRUE(std::ranges::any_of(cases,
                                        [&](const Node& each) {
                                          return tries(each, slot.id, "accept") &&
                                                 text_at(each, "alternative") == type.id;
                                        }))
            << project.id << ": no case accepts " << type.id;
      }
    }
  }
}

TEST(ShippedCases, CasesSpeakOfSlotsThereAre) {
  for (const auto& project : published()) {
    for (const Node& each : cases_of(project.id)) {
      const std::string slot_id = text_at(each, "slot");
      if (slot_id.empty()) continue;
      const rules::Slot* slot = find_slot(project, slot_id);
      ASSERT_TRUE(slot) << project.id << ": " << text_at(each, "name");
      const std::string type = text_at(each, "alternative");
      EXPECT_EQ(slot->alternatives.size() > 1, !type.empty()) << text_at(each, "name");
      EXPECT_TRUE(type.empty() ||
                  std::ranges::count(slot->alternatives, type, &rules::DocumentType::id) == 1)
          << text_at(each, "name");
    }
  }
}

}  // namespace
}  // namespace vermilion::tests
