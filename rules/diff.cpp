#include "rules/diff.hpp"

#include "rules/canonical.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace vermilion::rules {
namespace {

using nlohmann::json;
using enum Change::Kind;

const json kNothing;

const json& member(const json& object, const std::string& name) {
  const auto found = object.is_object() ? object.find(name) : object.end();
  return found == object.end() ? kNothing : *found;
}

std::set<std::string> names_in(const json& a, const json& b) {
  std::set<std::string> names;
  for (const json* object : {&a, &b}) {
    if (!object->is_object()) continue;
    for (const auto& [name, value] : object->items()) names.insert(name);
  }
  return names;
}

// Named items stand under "items" beside their order; see canonical().
bool has_named_items(const json& value) {
  return member(value, "items").is_object() && member(value, "order").is_array();
}

// The ids that both know, in the order of one.
json common_order(const json& list, const json& other) {
  json order = json::array();
  for (const auto& id : member(list, "order")) {
    if (!member(member(other, "items"), id.get<std::string>()).is_null()) order.push_back(id);
  }
  return order;
}

std::optional<std::string> text_of(const json& value) {
  return value.is_null() ? std::nullopt : std::optional(value.dump());
}

class Comparer {
 public:
  std::vector<Change> changes;

  void compare(const json& before, const json& after, const std::string& path) {
    if (before == after) return;
    const std::size_t known = changes.size();
    if (has_named_items(before) || has_named_items(after)) {
      compare_items(before, after, path);
    } else if (is_object_or_nothing(before) && is_object_or_nothing(after)) {
      for (const auto& name : names_in(before, after)) {
        compare(member(before, name), member(after, name), path.empty() ? name : path + "/" + name);
      }
    }
    if (changes.size() == known) add(Changed, path, before, after);
  }

 private:
  static bool is_object_or_nothing(const json& value) {
    return value.is_object() || value.is_null();
  }

  void compare_items(const json& before, const json& after, const std::string& path) {
    const json& old_items = member(before, "items");
    const json& new_items = member(after, "items");
    for (const auto& id : names_in(old_items, new_items)) {
      const json& was = member(old_items, id);
      const json& is = member(new_items, id);
      if (was.is_null()) {
        add(Added, path + "/" + id, kNothing, kNothing);
      } else if (is.is_null()) {
        add(Removed, path + "/" + id, kNothing, kNothing);
      } else {
        compare(was, is, path + "/" + id);
      }
    }
    const json old_order = common_order(before, after);
    const json new_order = common_order(after, before);
    if (old_order != new_order) add(Moved, path, old_order, new_order);
  }

  void add(Change::Kind kind, const std::string& path, const json& before, const json& after) {
    changes.push_back({kind, path, text_of(before), text_of(after)});
  }
};

}  // namespace

std::vector<Change> changes(const Project& before, const Project& after) {
  Comparer comparer;
  comparer.compare(canonical(before), canonical(after), "");
  std::ranges::stable_sort(comparer.changes, {}, &Change::path);
  return std::move(comparer.changes);
}

}  // namespace vermilion::rules
