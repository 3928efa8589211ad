#include "rules/warnings.hpp"

#include "rules/schema/scalars.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace vermilion::rules {
namespace {

using Checks = std::span<const pipeline::CheckDescription>;
using pipeline::CheckDescription;
using pipeline::ParameterDescription;

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

double bound(const Rule& rule, const ParameterDescription& parameter) {
  const auto written = rule.with.find(parameter.name);
  return written == rule.with.end() ? parameter.fallback : written->second;
}

// "dpi_block" of "dpi_warn": what lies beyond it is blocked before anybody is warned.
const ParameterDescription* block_beyond(const CheckDescription& check,
                                         const ParameterDescription& warn) {
  constexpr std::string_view kWarn = "warn";
  std::string name(warn.name);
  const std::size_t at = name.find(kWarn);
  if (at == std::string::npos) return nullptr;
  name.replace(at, kWarn.size(), "block");
  const auto block = std::ranges::find(check.parameters, name, &ParameterDescription::name);
  return block == check.parameters.end() ? nullptr : &*block;
}

class Doubts {
 public:
  Doubts(const Project& project, Checks checks)
      : project_(project), checks_(checks), orders_(orders_of(project)) {}

  std::vector<FileMistake> take() {
    for (const Slot& slot : project_.slots) {
      const std::string path = "documents/" + slot.id;
      if (!can_hold({&slot.when})) tell(MistakeCode::ConditionNever, path + "/when", {});
      for (const DocumentType& type : slot.alternatives) look_at(type, slot, path + "/" + type.id);
    }
    return std::move(doubts_);
  }

 private:
  void look_at(const DocumentType& type, const Slot& slot, const std::string& path) {
    if (type.rules.empty()) tell(MistakeCode::DocumentUnchecked, path, {{"name", type.id}});
    for (std::size_t i = 0; i < type.rules.size(); ++i) {
      const Rule& rule = type.rules[i];
      const std::string of_rule = path + "/checks/" + rule.id;
      // A shared type may ask for a variant that this project lacks.
      if (written_by_project(of_rule + "/when") && !can_hold({&slot.when, &rule.when})) {
        tell(MistakeCode::ConditionNever, of_rule + "/when", {});
      }
      compare_bounds(rule, of_rule);
      for (std::size_t k = 0; k < i; ++k) {
        if (!says_again(rule, type.rules[k], slot)) continue;
        tell(MistakeCode::RuleShadowed, of_rule,
             {{"name", rule.id}, {"other", type.rules[k].id}, {"check", rule.check}});
        break;
      }
    }
  }

  // Which side is the graver one is what the fallbacks say.
  void compare_bounds(const Rule& rule, const std::string& of_rule) {
    const auto check = std::ranges::find(checks_, rule.check, &CheckDescription::id);
    if (check == checks_.end()) return;
    for (const ParameterDescription& warn : check->parameters) {
      const ParameterDescription* block = block_beyond(*check, warn);
      if (block == nullptr) continue;
      const double between = bound(rule, *block) - bound(rule, warn);
      if (block->fallback > warn.fallback ? between > 0 : between < 0) continue;
      const bool own_warn = rule.with.contains(warn.name);
      const auto& written = own_warn ? warn : *block;
      const auto& other = own_warn ? *block : warn;
      tell(MistakeCode::ThresholdShadowed, fmt::format("{}/with/{}", of_rule, written.name),
           {{"name", std::string(written.name)},
            {"value", schema::plain_number(bound(rule, written))},
            {"other", std::string(other.name)},
            {"bound", schema::plain_number(bound(rule, other))}});
    }
  }

  // The same check on the same orders: at one level the stricter bound says all, at one bound the
  // graver level.
  bool says_again(const Rule& rule, const Rule& before, const Slot& slot) const {
    return !rule.check.empty() && rule.check == before.check && !rule.log_only &&
           !before.log_only && (rule.level == before.level || rule.with == before.with) &&
           can_hold({&slot.when, &rule.when, &before.when});
  }

  bool can_hold(std::initializer_list<const Condition*> all) const {
    return std::ranges::any_of(orders_, [&](const OrderFacts& order) {
      return std::ranges::none_of(all, [&](const Condition* condition) {
        return evaluate(*condition, order) == Truth::No;
      });
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
  Checks checks_;
  std::vector<OrderFacts> orders_;
  std::vector<FileMistake> doubts_;
};

}  // namespace

std::vector<FileMistake> warnings(const Project& project, Checks checks) {
  return Doubts(project, checks).take();
}

}  // namespace vermilion::rules
