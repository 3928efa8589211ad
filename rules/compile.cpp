#include "rules/compile.hpp"

#include "rules/canonical.hpp"
#include "rules/nearest.hpp"
#include "rules/project_reader.hpp"
#include "rules/schema/form_boxes.hpp"

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

// The forms of a project, each put together of its type and what the project changes of it.
class Forms {
 public:
  Forms(const std::map<std::string, Origin, std::less<>>& origins,
        std::vector<FileMistake>& mistakes)
      : origins_(origins), mistakes_(mistakes) {}

  // `path` is where the form's origins begin: "documents/seal_sheet/seal_sheet/form".
  void check(const forms::Form& form, const std::string& path) {
    const auto lacking = forms::lacking(form);
    for (const auto& [item, key] : lacking) {
      add(item.empty() ? path : path + "/" + item, [&](yaml::Span span) {
        return Mistake{MistakeCode::KeyMissing,
                       {span.begin, span.begin},
                       {{"key", key},
                        {"what.zh", "表格要印出来，不能缺"},
                        {"what.en", "The form cannot be printed without it"}}};
      });
    }
    if (!lacking.empty()) return;
    const auto placed = forms::placed(form);
    for (const auto& fault : forms::misplaced(placed)) {
      const bool own_code = fault.which == 0;
      add(path + (own_code ? "/code_box" : "/" + placed[fault.which].path + "/box"),
          [&](yaml::Span span) { return schema::box_mistake(fault, placed[fault.which], span); });
    }
  }

 private:
  template <class MistakeAt>
  void add(const std::string& path, MistakeAt&& mistake_at) {
    const auto origin = origins_.find(path);
    if (origin == origins_.end()) return;
    mistakes_.push_back({origin->second.file, mistake_at(origin->second.span)});
  }

  const std::map<std::string, Origin, std::less<>>& origins_;
  std::vector<FileMistake>& mistakes_;
};

void check_forms(const Project& project, std::vector<FileMistake>& mistakes) {
  Forms forms(project.origins, mistakes);
  for (const Slot& slot : project.slots) {
    for (const DocumentType& type : slot.alternatives) {
      forms.check(type.form, fmt::format("documents/{}/{}/form", slot.id, type.id));
    }
  }
}

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
  check_forms(project, mistakes);
  if (!mistakes.empty()) {
    sort_by_place(mistakes);
    return tl::make_unexpected(std::move(mistakes));
  }
  project.digest = digest_of(project);
  return project;
}

tl::expected<DocumentType, std::vector<FileMistake>> compile_document(const RuleFile& file) {
  DocumentType type{.id = file.id};
  std::map<std::string, Origin, std::less<>> origins;
  // Which variants there are only a project knows: a condition may name any.
  ProjectReader reader(
      {{"operation", {}}, {"variant", {}}, {"organisation_kind", {}}, {"province", {}}}, {},
      origins);
  reader.read(file, type);
  std::vector<FileMistake> mistakes = reader.take_mistakes();
  Forms(origins, mistakes).check(type.form, "form");
  if (!mistakes.empty()) return tl::make_unexpected(std::move(mistakes));
  return type;
}

}  // namespace vermilion::rules
