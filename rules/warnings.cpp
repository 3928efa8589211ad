#include "rules/compile.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::rules {
namespace {

// Every kind of order that can be placed, as far as operations and variants tell them apart.
std::vector<OrderFacts> orders_of(const Project& project) {
  std::vector<OrderFacts> orders;
  for (const Operation& operation : project.operations) {
    for (const Variant& variant : operation.variants) {
      orders.push_back({.operation = operation.id, .variant = variant.id});
    }
    if (operation.variants.empty()) orders.push_back({.operation = operation.id});
  }
  return orders;
}

class Doubts {
 public:
  explicit Doubts(const Project& project) : project_(project), orders_(orders_of(project)) {}

  std::vector<FileMistake> take() {
    for (const Slot& slot : project_.slots) {
      const std::string path = "documents/" + slot.id;
      if (!can_hold(slot.when, {})) tell(MistakeCode::ConditionNever, path + "/when", {});
      for (const DocumentType& type : slot.alternatives) look_at(type, slot, path + "/" + type.id);
    }
    return std::move(doubts_);
  }

 private:
  void look_at(const DocumentType& type, const Slot& slot, const std::string& path) {
    if (type.rules.empty()) tell(MistakeCode::DocumentUnchecked, path, {{"name", type.id}});
    for (const Rule& rule : type.rules) {
      const std::string when = fmt::format("{}/checks/{}/when", path, rule.id);
      // A shared type may ask for a variant that this project lacks.
      if (!written_by_project(when) || can_hold(slot.when, rule.when)) continue;
      tell(MistakeCode::ConditionNever, when, {});
    }
  }

  bool can_hold(const Condition& outer, const Condition& inner) const {
    return std::ranges::any_of(orders_, [&](const OrderFacts& order) {
      return evaluate(outer, order) != Truth::No && evaluate(inner, order) != Truth::No;
    });
  }

  bool written_by_project(const std::string& path) const {
    const auto origin = project_.origins.find(path);
    const auto own = project_.origins.find("documents");
    return origin != project_.origins.end() && own != project_.origins.end() &&
           origin->second.file == own->second.file;
  }

  void tell(MistakeCode code, const std::string& path, std::map<std::string, std::string> words) {
    const auto origin = project_.origins.find(path);
    if (origin == project_.origins.end()) return;
    doubts_.push_back({origin->second.file, {code, origin->second.span, std::move(words)}});
  }

  const Project& project_;
  std::vector<OrderFacts> orders_;
  std::vector<FileMistake> doubts_;
};

}  // namespace

std::vector<FileMistake> warnings(const Project& project) {
  return Doubts(project).take();
}

}  // namespace vermilion::rules
