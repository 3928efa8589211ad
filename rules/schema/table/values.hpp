#pragma once

#include "rules/schema/keys.hpp"

#include <array>
#include <cstddef>
#include <string_view>

// What the rows of the table are written with: kinds of values, and the texts of two languages.
// Only keys.cpp includes the table; everyone else asks keys.hpp.
namespace vermilion::rules::schema::table {

using enum ValueKind;

inline constexpr bool kRequired = true;
inline constexpr bool kOptional = false;

constexpr Value whole(double min, double max, std::string_view unit) {
  return {.kind = Whole, .min = min, .max = max, .unit = unit};
}

template <std::size_t N>
constexpr Value one_of(const std::array<std::string_view, N>& words) {
  return {.kind = Word, .words = words};
}

constexpr Value list_of(const Value& item) {
  return {.kind = List, .item = &item};
}

constexpr Value map_of(const Value& name, const Value& item) {
  return {.kind = Map, .item = &item, .name = &name};
}

constexpr Value object(const Shape& shape) {
  return {.kind = Object, .shape = &shape};
}

inline constexpr Value kText{Text};
inline constexpr Value kTemplate{Template};
inline constexpr Value kId{Id};
inline constexpr Value kBoolean{Boolean};
inline constexpr Value kCondition{Condition};

inline constexpr Value kOneSource{Source};
inline constexpr Value kSource{.kind = List, .item = &kOneSource, .scalar_too = true};
inline constexpr Words kSourceSummary{"出自哪份资料的哪一条",
                                      "The document and item that ask for it"};

// ---- texts

inline constexpr std::array kTranslatedKeys{
    Key{"zh", kText, kRequired, "", {"中文", "In Chinese"}},
    Key{"en", kText, kRequired, "", {"英文", "In English"}}};
inline constexpr Shape kTranslated{
    "translated", {"中英文文字", "A text in both languages"}, kTranslatedKeys};
inline constexpr Value kTexts = object(kTranslated);

inline constexpr std::array kTemplatesKeys{
    Key{"zh", kTemplate, kRequired, "", {"中文", "In Chinese"}},
    Key{"en", kTemplate, kRequired, "", {"英文", "In English"}}};
inline constexpr Shape kTemplatesShape{
    "template",
    {"中英文文字，可用 {value}、{threshold} 等",
     "A text in both languages, with {value}, {threshold} and others"},
    kTemplatesKeys};
inline constexpr Value kTemplates = object(kTemplatesShape);

}  // namespace vermilion::rules::schema::table
