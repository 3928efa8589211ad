#include "rules/compile.hpp"

#include "rules/canonical.hpp"
#include "rules/nearest.hpp"
#include "rules/project_reader.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace vermilion::rules {
namespace {

constexpr std::string_view kOrder = "order";  // in `compare: in:` beside the slots

std::vector<std::string> keys_of(const yaml::Node* mapping) {
  std::vector<std::string> keys;
  if (mapping == nullptr) return keys;
  for (const auto& member : mapping->members) keys.push_back(member.key);
  return keys;
}

// What conditions may ask for in this project. Variants of all operations together: a condition
// that pairs the wrong ones is met by no order, which warnings() tells.
ConditionNames names_of(const yaml::Node& project) {
  ConditionNames names;
  const yaml::Node* operations = project.find("operations");
  names["operation"] = keys_of(operations);
  std::set<std::string> variants;
  if (operations != nullptr) {
    for (const auto& operation : operations->members) {
      for (auto& variant : keys_of(operation.value.find("variants"))) variants.insert(variant);
    }
  }
  names["variant"] = {variants.begin(), variants.end()};
  names["organisation_kind"] = {organisation_kinds().begin(), organisation_kinds().end()};
  names["province"] = {provinces().begin(), provinces().end()};
  return names;
}

std::vector<std::string> slot_ids(const Project& project) {
  std::vector<std::string> ids;
  for (const Slot& slot : project.slots) ids.push_back(slot.id);
  return ids;
}

// Names of slots wherever they are quoted.
class References {
 public:
  References(const Project& project, std::vector<FileMistake>& mistakes)
      : project_(project), mistakes_(mistakes) {}

  void check() {
    const auto slots = slot_ids(project_);
    for (const PaperItem& item : project_.paper) {
      expect(MistakeCode::SlotUnknown, item.slot, slots, "paper/" + item.slot + "/slot");
    }
    auto comparable = slots;
    comparable.emplace_back(kOrder);
    for (const Comparison& comparison : project_.comparisons) {
      for (const auto& slot : comparison.in) {
        expect(MistakeCode::SlotUnknown, slot, comparable,
               fmt::format("compare/{}/in/{}", comparison.id, slot));
      }
    }
  }

 private:
  void expect(MistakeCode code, const std::string& id, const std::vector<std::string>& known,
              const std::string& path) {
    if (std::ranges::find(known, id) != known.end()) return;
    const auto origin = project_.origins.find(path);
    if (origin == project_.origins.end()) return;
    mistakes_.push_back(
        {origin->second.file, {code, origin->second.span, unknown_words(id, known)}});
  }

  const Project& project_;
  std::vector<FileMistake>& mistakes_;
};

void sort_by_place(std::vector<FileMistake>& mistakes) {
  std::ranges::stable_sort(
      mistakes, {}, [](const FileMistake& m) { return std::pair(m.file, m.mistake.span.begin); });
}

}  // namespace

tl::expected<Project, std::vector<FileMistake>> compile(const RuleFile& file,
                                                        std::span<const RuleFile> document_types) {
  Project project{.id = file.id};
  ProjectReader reader(names_of(file.tree), document_types, project.origins);
  reader.read(file, project);
  std::vector<FileMistake> mistakes = reader.take_mistakes();
  References(project, mistakes).check();
  if (!mistakes.empty()) {
    sort_by_place(mistakes);
    return tl::make_unexpected(std::move(mistakes));
  }
  project.digest = digest_of(project);
  return project;
}

}  // namespace vermilion::rules
