#include "rules/project.hpp"

#include <algorithm>

namespace vermilion::rules {
namespace {

template <class T>
const T* find_id(const std::vector<T>& values, std::string_view id) {
  const auto found = std::ranges::find(values, id, &T::id);
  return found == values.end() ? nullptr : &*found;
}

}  // namespace

const Slot* find_slot(const Project& project, std::string_view id) {
  return find_id(project.slots, id);
}

const Operation* find_operation(const Project& project, std::string_view id) {
  return find_id(project.operations, id);
}

const Variant* find_variant(const Operation& operation, std::string_view id) {
  return find_id(operation.variants, id);
}

const Rule* find_rule(const DocumentType& type, std::string_view id) {
  return find_id(type.rules, id);
}

bool is_open(const Project& project, const Variant& variant) {
  return !project.draft && variant.fee_fen.has_value();
}

}  // namespace vermilion::rules
