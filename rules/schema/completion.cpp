#include "rules/schema/completion.hpp"

#include "rules/schema/references.hpp"
#include "rules/yaml/cursor.hpp"
#include "rules/yaml/parse.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace vermilion::rules::schema {
namespace {

using yaml::Cursor;
using yaml::Level;

// A file that is being written says what it is by its name, or by what it begins with.
FileKind kind_of_draft(const yaml::Source& file, const Cursor& cursor) {
  if (file.name.ends_with(".test.yaml")) return FileKind::Cases;
  const bool project = file.name.find("projects/") != std::string::npos ||
                       cursor.levels.front().keys.contains("project");
  return project ? FileKind::Project : FileKind::Document;
}

const Value* under(const Value& value, std::string_view key) {
  if (value.kind == ValueKind::Map) return value.item;
  if (value.kind != ValueKind::Object) return nullptr;
  const Key* found = find(*value.shape, key);
  return found == nullptr ? nullptr : &found->value;
}

const Value* item_of(const Value* value) {
  return value != nullptr && value->kind == ValueKind::List ? value->item : nullptr;
}

// What the innermost open mapping is.
const Value* innermost(const Value& whole, const std::vector<Level>& levels) {
  const Value* value = &whole;
  for (auto level = levels.begin() + 1; level != levels.end() && value != nullptr; ++level) {
    value = under(*value, level->key);
    if (level->item) value = item_of(value);
  }
  return value;
}

std::string_view scalar(const Level& level, std::string_view key) {
  const auto found = level.keys.find(key);
  return found == level.keys.end() ? std::string_view() : found->second;
}

// The check whose parameters `with:` would hold: named beside it, or by the rule it changes.
std::string_view check_beside(const std::vector<Level>& levels, const Names& names) {
  const Level& rule = levels[levels.size() - 2];
  if (const auto check = scalar(rule, "check"); !check.empty()) return check;
  for (auto level = levels.rbegin(); level != levels.rend(); ++level) {
    const DocumentNames* type = names.document(scalar(*level, "type"));
    if (type == nullptr) continue;
    const auto changed = type->rules.find(scalar(rule, "rule"));
    return changed == type->rules.end() ? std::string_view() : changed->second;
  }
  return {};
}

std::vector<Completion> parameters(const Cursor& cursor, const Catalogue& catalogue) {
  std::vector<Completion> all;
  const auto id = check_beside(cursor.levels, catalogue.names);
  const auto check = std::ranges::find(catalogue.checks, id, &pipeline::CheckDescription::id);
  if (check == catalogue.checks.end()) return all;
  for (const auto& parameter : check->parameters) {
    all.push_back({std::string(parameter.name), std::string(parameter.summary_zh),
                   std::string(parameter.summary)});
  }
  return all;
}

std::vector<Completion> keys(const Shape& shape) {
  std::vector<Completion> all;
  for (const Key& key : shape.keys) {
    all.push_back(
        {std::string(key.name), std::string(key.summary.zh), std::string(key.summary.en)});
  }
  return all;
}

std::vector<Completion> values(const Value& value, const ProjectNames& project,
                               const Catalogue& catalogue) {
  std::vector<Completion> all;
  for (const auto name : names_of(value, project, catalogue)) {
    all.push_back({std::string(name), {}, {}});
  }
  if (value.kind != ValueKind::Check) return all;
  for (Completion& check : all) {
    const auto row =
        std::ranges::find(catalogue.checks, check.text, &pipeline::CheckDescription::id);
    check.zh = row->summary_zh;
    check.en = row->summary;
  }
  return all;
}

ProjectNames project_of(const yaml::Source& file, FileKind kind, const Names& names) {
  const auto tree = yaml::parse(file);
  return tree ? names_within(*tree, kind, names) : ProjectNames{};
}

std::vector<Completion> proposals(const Cursor& cursor, const Value& within,
                                  const ProjectNames& project, const Catalogue& catalogue) {
  if (!cursor.key.empty()) {
    const Value* value = under(within, cursor.key);
    if (value != nullptr && (cursor.in_list || value->scalar_too)) value = item_of(value);
    return value == nullptr ? std::vector<Completion>() : values(*value, project, catalogue);
  }
  switch (within.kind) {
    case ValueKind::Object:
      return keys(*within.shape);
    case ValueKind::Map:
      return values(*within.name, project, catalogue);
    case ValueKind::Parameters:
      return parameters(cursor, catalogue);
    default:
      return values(within, project, catalogue);
  }
}

}  // namespace

std::vector<Completion> completions(const yaml::Source& file, std::size_t at,
                                    const Catalogue& catalogue) {
  const auto cursor = yaml::cursor_at(file.text, at);
  if (!cursor) return {};
  const FileKind kind = kind_of_draft(file, *cursor);
  const Value whole{.kind = ValueKind::Object, .shape = &shape_of(kind)};
  const Value* within = innermost(whole, cursor->levels);
  if (within == nullptr) return {};
  auto all = proposals(*cursor, *within, project_of(file, kind, catalogue.names), catalogue);
  const auto& written = cursor->levels.back().keys;
  std::erase_if(all, [&](const Completion& proposal) {
    const bool there = cursor->key.empty() && written.contains(proposal.text);
    return there || !proposal.text.starts_with(cursor->typed);
  });
  return all;
}

}  // namespace vermilion::rules::schema
