#include "rules/forms/form_facts.hpp"

#include "rules/condition.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace vermilion::rules::forms {
namespace {

// What follows from an order and its project.
constexpr auto kDerived = std::to_array<std::string_view>(
    {"project", "operation_name", "variant_name", "date_zh", "verification", "mailing"});

constexpr auto kColumns =
    std::to_array<std::string_view>({"number", "document", "kind", "note", "done"});

const std::vector<std::string_view>& all_names() {
  static const auto kNames = [] {
    std::vector<std::string_view> names(text_fact_names().begin(), text_fact_names().end());
    names.insert(names.end(), order_detail_names().begin(), order_detail_names().end());
    names.insert(names.end(), kDerived.begin(), kDerived.end());
    return names;
  }();
  return kNames;
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value < 0) return {};
  return value;
}

std::optional<std::chrono::year_month_day> date_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return date;
}

void add_names(const Project& project, const OrderFacts& order, PrintedFacts& values) {
  const Operation* operation = find_operation(project, order.operation.value_or(""));
  if (operation == nullptr) return;
  static const std::map<std::string_view, std::string_view> kUsual{
      {"new", "新制"}, {"reissue", "补办"}, {"renew", "更新"}};
  const auto usual = kUsual.find(operation->id);
  const bool named = !operation->name.empty();
  if (named || usual != kUsual.end()) {
    values["operation_name"] = named ? operation->name.zh : std::string(usual->second);
  }
  const Variant* variant = find_variant(*operation, order.variant.value_or(""));
  if (variant != nullptr) values["variant_name"] = variant->name.zh;
}

// Any of them will do: 电子营业执照或营业执照副本.
std::string names_of(const Slot& slot) {
  if (!slot.name.empty()) return slot.name.zh;
  std::vector<std::string> names;
  for (const DocumentType& type : slot.alternatives) names.push_back(type.name.zh);
  return fmt::format("{}", fmt::join(names, "或"));
}

std::vector<Row> paper_rows(const Project& project, const OrderFacts& order) {
  std::vector<Row> rows;
  for (const PaperItem& item : project.paper) {
    const Slot* slot = find_slot(project, item.slot);
    const bool wanted = evaluate(item.when, order) != Truth::No &&
                        (slot == nullptr || evaluate(slot->when, order) != Truth::No);
    if (!wanted) continue;
    rows.push_back({{"number", fmt::format("{}", rows.size() + 1)},
                    {"document", slot == nullptr ? item.slot : names_of(*slot)},
                    {"kind", item.original ? "原件" : "复印件"},
                    {"note", item.note.zh}});
  }
  return rows;
}

}  // namespace

std::span<const std::string_view> form_fact_names() {
  return all_names();
}

std::span<const std::string_view> form_column_names() {
  return kColumns;
}

FormFacts known_facts(const Project& project, const OrderFacts& order) {
  FormFacts facts;
  for (const std::string_view name : all_names()) {
    const auto text = text_fact(order, name);
    if (text && !text->empty()) facts.values[std::string(name)] = *text;
  }
  const auto date = facts.values.find("date");
  const auto day = date == facts.values.end() ? std::nullopt : date_of(date->second);
  if (day) {
    facts.values["date_zh"] =
        fmt::format("{}年{}月{}日", static_cast<int>(day->year()),
                    static_cast<unsigned>(day->month()), static_cast<unsigned>(day->day()));
  }
  facts.values["project"] = project.name.zh;
  add_names(project, order, facts.values);
  if (project.verification.legal_person) facts.values.emplace("verification", "1");
  const auto mailing = project.texts.find("mailing");
  if (mailing != project.texts.end()) facts.values["mailing"] = mailing->second.zh;
  facts.rows["paper"] = paper_rows(project, order);
  return facts;
}

Result<FormFacts> form_facts(const Project& project, const OrderFacts& order) {
  FormFacts facts = known_facts(project, order);
  if (facts.values.contains("date_zh")) return facts;
  return tl::make_unexpected(Error{ErrorKind::BadOrder,
                                   "a form says when it was made: give the order a \"date\", "
                                   "written as 2026-11-21"});
}

}  // namespace vermilion::rules::forms
