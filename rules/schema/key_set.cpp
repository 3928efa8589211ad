#include "rules/schema/key_set.hpp"

#include "rules/schema/references.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

namespace vermilion::rules::schema {
namespace {

using yaml::Member;
using yaml::Node;
using yaml::NodeKind;
using yaml::Span;

Known key_names(const Shape& shape) {
  Known names;
  for (const Key& key : shape.keys) names.push_back(key.name);
  return names;
}

// Where a group begins for the eye: at its first key.
Span front(const Node& group) {
  return group.members.empty() ? group.span : group.members.front().key_span;
}

Mistake unknown_key(const Member& member, const Shape& shape) {
  auto mistake = *unknown(MistakeCode::KeyUnknown, name_node(member), key_names(shape));
  mistake.words["key"] = member.key;
  return mistake;
}

// `{zh: 盖章, en: Stamp it, please}`: the rest of a text, and not a key.
bool is_rest_of_text(const Member& member, const Shape& shape, std::string_view file) {
  if (find(shape, "zh") == nullptr || member.value.kind != NodeKind::Null) return false;
  const auto before = file.substr(0, member.key_span.begin).find_last_not_of(" \r\n");
  return before != std::string_view::npos && file[before] == ',';
}

std::vector<Mistake> unknown_keys(const Node& group, const Shape& shape, std::string_view file) {
  std::vector<Mistake> mistakes;
  for (const Member& member : group.members) {
    if (find(shape, member.key) != nullptr) continue;
    if (is_rest_of_text(member, shape, file)) {
      mistakes.push_back({MistakeCode::TextCut, member.key_span, {{"key", member.key}}});
      break;  // a text has one comma too many, or several
    }
    mistakes.push_back(unknown_key(member, shape));
  }
  return mistakes;
}

// Is there a key that was meant to be this one? Then it is misspelt and not missing.
bool stands_misspelt(const Node& group, const Shape& shape, std::string_view key) {
  return std::ranges::any_of(group.members, [&](const Member& member) {
    if (find(shape, member.key) != nullptr) return false;
    return nearest_in(member.key, key_names(shape)) == key;
  });
}

bool stands(const Node& group, const Shape& shape, std::string_view key) {
  return group.find(key) != nullptr || stands_misspelt(group, shape, key);
}

std::vector<const Key*> missing_keys(const Node& group, const Shape& shape) {
  std::vector<const Key*> missing;
  for (const Key& key : shape.keys) {
    if (key.required && !stands(group, shape, key.name)) missing.push_back(&key);
  }
  return missing;
}

// One key nobody knows and one that is missing are one mistake: `费用:` for `fee:`.
bool is_the_missing_one(const std::vector<Mistake>& unknown,
                        const std::vector<const Key*>& missing) {
  return unknown.size() == 1 && missing.size() == 1 &&
         unknown.front().code == MistakeCode::KeyUnknown &&
         !unknown.front().words.contains("nearest");
}

Mistake missing_of(const Node& group, const Shape& shape, std::span<const std::string_view> names) {
  std::vector<std::string_view> zh;
  std::vector<std::string_view> en;
  for (const std::string_view name : names) {
    zh.push_back(find(shape, name)->summary.zh);
    en.push_back(find(shape, name)->summary.en);
  }
  return {MistakeCode::KeyMissing,
          front(group),
          {{"key.zh", fmt::format("{}", fmt::join(names, " 或 "))},
           {"key.en", fmt::format("{}", fmt::join(names, " or "))},
           {"what.zh", fmt::format("{}", fmt::join(zh, "；或"))},
           {"what.en", fmt::format("{}", fmt::join(en, ", or: "))}}};
}

// Two keys of which only one may stand: the later is one too many.
std::optional<Mistake> exclusion(const Node& group, const Shape& shape) {
  const auto exclusive = [&](const Member& member) {
    return std::ranges::find(shape.one_of, member.key) != shape.one_of.end();
  };
  const auto later = std::find_if(group.members.rbegin(), group.members.rend(), exclusive);
  if (later == group.members.rend()) return std::nullopt;
  const auto other = std::ranges::find_if(shape.one_of, [&](std::string_view key) {
    return key != later->key && stands(group, shape, key);
  });
  if (other == shape.one_of.end()) return std::nullopt;
  return Mistake{MistakeCode::KeysExclude,
                 later->key_span,
                 {{"key", later->key}, {"other", std::string(*other)}}};
}

std::vector<Mistake> wrong_choices(const Node& group, const Shape& shape) {
  const auto here = [&](std::string_view key) { return stands(group, shape, key); };
  std::vector<Mistake> mistakes;
  if (shape.one_needed && std::ranges::none_of(shape.one_of, here)) {
    mistakes.push_back(missing_of(group, shape, shape.one_of));
  }
  if (auto mistake = exclusion(group, shape)) mistakes.push_back(std::move(*mistake));
  if (!shape.some_of.empty() && std::ranges::none_of(shape.some_of, here)) {
    mistakes.push_back(missing_of(group, shape, shape.some_of));
  }
  return mistakes;
}

}  // namespace

std::vector<Mistake> wrong_keys(const Node& group, const Shape& shape, const yaml::Source& source) {
  std::vector<Mistake> mistakes = unknown_keys(group, shape, source.text);
  const auto missing = missing_keys(group, shape);
  if (is_the_missing_one(mistakes, missing)) {
    mistakes.front().words["nearest"] = missing.front()->name;
  } else {
    for (const Key* key : missing) mistakes.push_back(missing_key(group, *key));
  }
  std::ranges::move(wrong_choices(group, shape), std::back_inserter(mistakes));
  return mistakes;
}

Mistake missing_key(const Node& group, const Key& key) {
  return {MistakeCode::KeyMissing, front(group), words_of_key(key.name, key.summary)};
}

std::map<std::string, std::string> words_of_key(std::string_view key, Words summary) {
  return {{"key", std::string(key)},
          {"what.zh", std::string(summary.zh)},
          {"what.en", std::string(summary.en)}};
}

Node name_node(const Member& member) {
  return {.kind = NodeKind::Scalar, .span = member.key_span, .text = member.key};
}

}  // namespace vermilion::rules::schema
