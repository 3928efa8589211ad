#include "rules/schema/names.hpp"

#include <algorithm>

namespace vermilion::rules::schema {
namespace {

using yaml::Node;

template <class Named>
const Named* find(const std::vector<Named>& all, std::string_view id) {
  const auto found = std::ranges::find(all, id, &Named::id);
  return found == all.end() ? nullptr : &*found;
}

std::string text_at(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  return value == nullptr ? "" : value->text;
}

const std::vector<Node>& items_at(const Node& node, std::string_view key) {
  static const std::vector<Node> kNone;
  const Node* value = node.find(key);
  return value == nullptr ? kNone : value->items;
}

void add_new(std::vector<std::string>& names, const std::string& name) {
  if (!name.empty() && std::ranges::find(names, name) == names.end()) names.push_back(name);
}

// The rules a slot or an alternative brings along.
void add_rules(ProjectNames& project, const Node& node, const Names& names) {
  if (const DocumentNames* type = names.document(text_at(node, "type"))) {
    for (const auto& [rule, check] : type->rules) add_new(project.rules, rule);
    project.whole = project.whole && type->whole;
  }
  const Node* override_ = node.find("override");
  if (override_ == nullptr) return;
  for (const Node& change : items_at(*override_, "checks")) {
    add_new(project.rules, text_at(change, "rule"));
  }
}

}  // namespace

const DocumentNames* Names::document(std::string_view id) const {
  return find(documents, id);
}

const ProjectNames* Names::project(std::string_view id) const {
  return find(projects, id);
}

DocumentNames document_names(const Node& file) {
  DocumentNames names{.id = text_at(file, "document")};
  for (const Node& rule : items_at(file, "checks")) {
    const std::string id = text_at(rule, "rule");
    if (!id.empty()) names.rules.emplace(id, text_at(rule, "check"));
  }
  return names;
}

ProjectNames project_names(const Node& file, const Names& names) {
  ProjectNames project{.id = text_at(file, "project")};
  if (const Node* operations = file.find("operations")) {
    for (const auto& operation : operations->members) {
      add_new(project.operations, operation.key);
      const Node* variants = operation.value.find("variants");
      if (variants == nullptr) continue;
      for (const auto& variant : variants->members) add_new(project.variants, variant.key);
    }
  }
  for (const Node& slot : items_at(file, "documents")) {
    add_new(project.slots, text_at(slot, "slot"));
    add_rules(project, slot, names);
    for (const Node& alternative : items_at(slot, "any_of")) add_rules(project, alternative, names);
  }
  for (const Node& rule : items_at(file, "compare")) add_new(project.rules, text_at(rule, "rule"));
  return project;
}

}  // namespace vermilion::rules::schema
