#include "rules/schema/keys.hpp"
#include "rules/schema/reference.hpp"
#include "rules/schema/scalars.hpp"
#include "tests/rules/schema/surroundings.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <ostream>
#include <set>
#include <string>
#include <vector>

// Files made from the table: each key once right, and once wrong in every way its kind can be.
namespace vermilion::rules::schema {
namespace {

std::string right(const Value& value);

std::string right(const Shape& shape, std::string_view wrong_key = {},
                  const std::string& wrong = {}) {
  std::string text = "{";
  const auto chosen = [&](std::string_view key) {
    const auto group = shape.one_of;
    if (std::ranges::find(group, key) == group.end()) return true;
    const bool wanted = std::ranges::find(group, wrong_key) != group.end();
    return wanted ? key == wrong_key : shape.one_needed && key == group.front();
  };
  for (const Key& key : shape.keys) {
    const bool expectation = !shape.some_of.empty() && key.name == shape.some_of.front();
    const bool grouped = std::ranges::find(shape.one_of, key.name) != shape.one_of.end();
    const bool wanted = key.required || expectation || key.name == wrong_key ||
                        (grouped && shape.one_needed) || (key.name == "source");
    if (!wanted || !chosen(key.name)) continue;
    // Parameters need the check they belong to, a change the rule it changes.
    std::string says = key.name == wrong_key ? wrong : right(key.value);
    const bool named = key.name != wrong_key && key.value.kind == ValueKind::Id;
    if (named && key.name == "slot") says = "licence";
    if (named && key.name == "rule") says = "licence_scanned";
    if (key.name == "check") says = key.name == wrong_key ? wrong : "page_scanned";
    text += fmt::format("{}{}: {}", text.size() > 1 ? ", " : "", key.name, says);
  }
  if (wrong_key == "with" && find(shape, "check") != nullptr && !shape.one_needed) {
    text += ", check: page_scanned";
  }
  return text + "}";
}

std::string right(const Value& value) {
  switch (value.kind) {
    case ValueKind::Number:
    case ValueKind::Whole:
      return plain_number(value.min);
    case ValueKind::Boolean:
      return "true";
    case ValueKind::Word:
      return fmt::format("\"{}\"", value.words.front());
    case ValueKind::Source:
      return "S1/2.16";
    case ValueKind::Condition:
      return "operation == new";
    case ValueKind::Check:
      return "page_scanned";
    case ValueKind::Fact:
      return "organisation";
    case ValueKind::Column:
      return "note";
    case ValueKind::Finding:
    case ValueKind::FindingOrRule:
      return "SEAL_NONE";
    case ValueKind::Document:
      return "licence_copy";
    case ValueKind::Slot:
      return "licence";
    case ValueKind::Operation:
      return "new";
    case ValueKind::Variant:
      return "main";
    case ValueKind::Project:
    case ValueKind::Id:
      return "tried";
    case ValueKind::Sample:
      return "id_card";
    case ValueKind::Defect:
      return "blur";
    case ValueKind::List:
      return fmt::format("[{}]", right(*value.item));
    case ValueKind::Map:
      return fmt::format("{{{}: {}}}", right(*value.name), right(*value.item));
    case ValueKind::Object:
      return right(*value.shape);
    case ValueKind::Parameters:
      return "{photo_max: 0.5}";
    default:
      return "文字";
  }
}

struct Wrong {
  std::string text;
  MistakeCode code;
};

// What nobody can take for the value.
std::vector<Wrong> wrongs(const Value& value) {
  using enum MistakeCode;
  std::vector<Wrong> all{{"~", ValueMissing}};
  switch (value.kind) {
    case ValueKind::List:
      all.push_back({value.scalar_too ? "{a: b}" : "a", TypeWrong});
      if (!value.may_be_empty) all.push_back({"[]", ListEmpty});
      break;
    case ValueKind::Map:
    case ValueKind::Object:
    case ValueKind::Parameters:
      all.push_back({"[a]", TypeWrong});
      all.push_back({"a", TypeWrong});
      break;
    case ValueKind::Boolean:
      all.push_back({"[a]", TypeWrong});
      all.push_back({"是", BooleanWrong});
      break;
    case ValueKind::Number:
    case ValueKind::Whole:
      all.push_back({"[1]", TypeWrong});
      all.push_back({"很多", NumberWrong});
      all.push_back({"1e9", NumberWrong});
      all.push_back({"-99999999999999", RangeWrong});
      break;
    case ValueKind::Word:
      all.push_back({"{a: b}", TypeWrong});
      all.push_back({"没有的", ValueUnknown});
      break;
    default:
      all.push_back({"{a: b}", TypeWrong});
  }
  return all;
}

struct Trial {
  const Shape* shape;
  const Key* key;
  Wrong wrong;

  friend std::ostream& operator<<(std::ostream& out, const Trial& trial) {
    return out << trial.shape->id << "." << trial.key->name << ": " << trial.wrong.text;
  }
};

// The shape's own text, put where the file of its kind has it.
using Place = std::function<std::string(const std::string&)>;

void find_places(const Value& value, const Place& place,
                 std::vector<std::pair<const Shape*, Place>>& places);

void find_places(const Shape& shape, const Place& place,
                 std::vector<std::pair<const Shape*, Place>>& places) {
  const bool known = std::ranges::any_of(places, [&](const auto& p) { return p.first == &shape; });
  if (known) return;
  places.emplace_back(&shape, place);
  for (const Key& key : shape.keys) {
    find_places(
        key.value,
        [&shape, &key, place](const std::string& text) {
          return place(right(shape, key.name, text));
        },
        places);
  }
}

void find_places(const Value& value, const Place& place,
                 std::vector<std::pair<const Shape*, Place>>& places) {
  if (value.kind == ValueKind::Object) return find_places(*value.shape, place, places);
  if (value.kind == ValueKind::List) {
    return find_places(
        *value.item, [place](const std::string& text) { return place("[" + text + "]"); }, places);
  }
  if (value.kind != ValueKind::Map) return;
  const std::string name = right(*value.name);
  find_places(
      *value.item,
      [place, name](const std::string& text) { return place("{" + name + ": " + text + "}"); },
      places);
}

std::vector<std::pair<const Shape*, Place>> all_places() {
  std::vector<std::pair<const Shape*, Place>> places;
  const Place whole = [](const std::string& text) { return text; };
  for (const FileKind kind : {FileKind::Project, FileKind::Document, FileKind::Cases}) {
    find_places(shape_of(kind), whole, places);
  }
  return places;
}

std::vector<Mistake> mistakes_in(const std::string& text) {
  return tests::mistakes_of({"tried", text});
}

TEST(SchemaTable, EveryShapeIsReachedFromAFile) {
  std::set<const Shape*> reached;
  for (const auto& [shape, place] : all_places()) reached.insert(shape);
  EXPECT_EQ(reached.size(), shapes().size());
  for (const Shape* shape : shapes()) EXPECT_TRUE(reached.contains(shape)) << shape->id;
}

TEST(SchemaTable, WhatTheTableAsksForIsAccepted) {
  for (const auto& [shape, place] : all_places()) {
    for (const Key& key : shape->keys) {
      if (key.name == shape->identity) continue;  // others of the file refer to it
      const std::string text = place(right(*shape, key.name, right(key.value)));
      for (const Mistake& mistake : mistakes_in(text)) {
        ADD_FAILURE() << shape->id << "." << key.name << ": " << name(mistake.code) << " at "
                      << text.substr(mistake.span.begin, 40) << "\n"
                      << text;
      }
    }
  }
}

TEST(SchemaTable, WrongValueOfAnyKeyIsOneMistakeOfItsKind) {
  for (const auto& [shape, place] : all_places()) {
    for (const Key& key : shape->keys) {
      for (const Wrong& wrong : wrongs(key.value)) {
        const std::string text = place(right(*shape, key.name, wrong.text));
        const auto mistakes = mistakes_in(text);
        ASSERT_EQ(mistakes.size(), 1u) << Trial{shape, &key, wrong} << "\n" << text;
        EXPECT_EQ(name(mistakes[0].code), name(wrong.code)) << Trial{shape, &key, wrong};
      }
    }
  }
}

TEST(SchemaTable, MissingKeyIsOneMistake) {
  for (const auto& [shape, place] : all_places()) {
    for (const Key& key : shape->keys) {
      if (!key.required || key.name == "project" || key.name == "document" || key.name == "cases") {
        continue;  // without these the file is of no kind
      }
      std::string whole = right(*shape, key.name, "@@");
      const std::size_t at = whole.find(fmt::format("{}: @@", key.name));
      const std::size_t from = at > 1 ? at - 2 : at;
      whole.erase(from, fmt::format("{}: @@", key.name).size() + 2);
      if (whole.front() != '{') whole.insert(0, "{");
      if (whole.back() != '}') whole += "}";
      const auto mistakes = mistakes_in(place(whole));
      ASSERT_EQ(mistakes.size(), 1u) << shape->id << "." << key.name << "\n" << place(whole);
      EXPECT_EQ(mistakes[0].code, MistakeCode::KeyMissing) << shape->id << "." << key.name;
    }
  }
}

TEST(SchemaTable, TextsAreThereInBothLanguagesAndNotClosed) {
  for (const Shape* shape : shapes()) {
    for (const Key& key : shape->keys) {
      EXPECT_FALSE(key.summary.zh.empty() || key.summary.en.empty()) << shape->id << key.name;
      EXPECT_FALSE(key.summary.zh.ends_with("。") || key.summary.en.ends_with('.'))
          << shape->id << "." << key.name;
    }
  }
}

TEST(SchemaTable, NamesAreGivenOnce) {
  std::set<std::string_view> ids;
  for (const Shape* shape : shapes()) {
    EXPECT_TRUE(ids.insert(shape->id).second) << shape->id;
    std::set<std::string_view> keys;
    for (const Key& key : shape->keys) {
      EXPECT_TRUE(keys.insert(key.name).second) << shape->id << "." << key.name;
    }
  }
}

TEST(SchemaReference, NamesEveryKeyAndParameterInBothLanguages) {
  const auto catalogue = tests::small_catalogue();
  for (const Language language : {Language::Chinese, Language::English}) {
    const std::string page = reference(catalogue.checks, language);
    for (const Shape* shape : shapes()) {
      EXPECT_NE(page.find(fmt::format("<a id=\"{}\">", shape->id)), std::string::npos);
      for (const Key& key : shape->keys) {
        EXPECT_NE(page.find(fmt::format("| `{}` |", key.name)), std::string::npos) << key.name;
      }
    }
    EXPECT_NE(page.find("| `side_min_mm` |"), std::string::npos);
    EXPECT_NE(list(catalogue.checks, language).find("  side_min_mm"), std::string::npos);
  }
}

}  // namespace
}  // namespace vermilion::rules::schema
