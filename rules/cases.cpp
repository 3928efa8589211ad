#include "rules/cases.hpp"

#include <cstdlib>
#include <string_view>

namespace vermilion::rules {
namespace {

using yaml::Node;

std::string text_at(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr ? "" : found->text;
}

std::vector<std::string> texts_at(const Node& node, std::string_view key) {
  std::vector<std::string> texts;
  const Node* list = node.find(key);
  if (list == nullptr) return texts;
  for (const Node& item : list->items) texts.push_back(item.text);
  return texts;
}

// Validation has seen that these are numbers.
std::uint64_t whole(const std::string& text) {
  return std::strtoull(text.c_str(), nullptr, 10);
}
double number(const std::string& text) {
  return std::strtod(text.c_str(), nullptr);
}

CaseSample sample_of(const Node& node) {
  CaseSample sample{.document = text_at(node, "document"),
                    .in_colour = text_at(node, "copy") == "colour"};
  if (const Node* seed = node.find("seed")) sample.seed = whole(seed->text);
  if (const Node* dpi = node.find("dpi")) sample.dpi = static_cast<int>(whole(dpi->text));
  const Node* defects = node.find("defects");
  if (defects == nullptr) return sample;
  for (const Node& item : defects->items) {
    for (const yaml::Member& planted : item.members) {
      sample.defects.push_back({planted.key, number(planted.value.text)});
    }
  }
  return sample;
}

CaseDocument document_of(const Node& node, const Node& sample) {
  return {text_at(node, "slot"), text_at(node, "alternative"), sample_of(sample)};
}

OrderFacts order_of(const Node& node) {
  OrderFacts order;
  for (const yaml::Member& fact : node.members) set_fact(order, fact.key, fact.value.text);
  return order;
}

std::optional<Verdict> verdict_named(const std::string& word) {
  for (const Verdict verdict :
       {Verdict::Accept, Verdict::Refer, Verdict::Reject, Verdict::Unreadable}) {
    if (name(verdict) == word) return verdict;
  }
  return std::nullopt;
}

Case case_of(const Node& node) {
  const Node* name = node.find("name");
  Case each{.name = name == nullptr ? "" : name->text,
            .span = name == nullptr ? node.span : name->span};
  if (const Node* order = node.find("order")) each.order = order_of(*order);
  const Node* sample = node.find("sample");
  if (sample != nullptr) each.documents.push_back(document_of(node, *sample));
  if (const Node* documents = node.find("documents")) {
    for (const Node& item : documents->items) {
      if (const Node* drawn = item.find("sample"))
        each.documents.push_back(document_of(item, *drawn));
    }
  }
  each.whole_order = sample == nullptr;
  each.expected = {texts_at(node, "must"), texts_at(node, "must_not"), texts_at(node, "todo"),
                   verdict_named(text_at(node, "verdict"))};
  return each;
}

}  // namespace

std::vector<Case> cases_of(const Node& file) {
  std::vector<Case> cases;
  const Node* list = file.find("cases");
  if (list == nullptr) return cases;
  for (const Node& item : list->items) cases.push_back(case_of(item));
  return cases;
}

}  // namespace vermilion::rules
