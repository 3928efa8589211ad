#include "rules/diff.hpp"

#include "rules/canonical.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace vermilion::rules {
namespace {

using Values = std::map<std::string, std::string>;

// Named items stand under "items" beside their order; people need no such step in a path.
void flatten(const nlohmann::json& value, const std::string& path, Values& values) {
  if (!value.is_object() || value.empty()) {
    values[path] = value.dump();
    return;
  }
  for (const auto& [key, member] : value.items()) {
    const bool step = key != "items" || !member.is_object();
    flatten(member, step ? path + (path.empty() ? "" : "/") + key : path, values);
  }
}

std::optional<std::string> value_at(const Values& values, const std::string& path) {
  const auto value = values.find(path);
  if (value == values.end()) return std::nullopt;
  return value->second;
}

}  // namespace

std::vector<Change> changes(const Project& before, const Project& after) {
  Values old_values;
  Values new_values;
  flatten(canonical(before), "", old_values);
  flatten(canonical(after), "", new_values);
  Values all = old_values;
  all.insert(new_values.begin(), new_values.end());
  std::vector<Change> changes;
  for (const auto& [path, value] : all) {
    auto was = value_at(old_values, path);
    auto is = value_at(new_values, path);
    if (was != is) changes.push_back({path, std::move(was), std::move(is)});
  }
  return changes;
}

}  // namespace vermilion::rules
