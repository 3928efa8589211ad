#pragma once

#include "rules/project.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

// How the enumerations of a project are spelt in a rule file.
namespace vermilion::rules {

template <class E>
struct Spelling {
  E value;
  std::string_view word;
};

constexpr auto spellings(pipeline::Level) {
  using enum pipeline::Level;
  return std::array<Spelling<pipeline::Level>, 3>{
      {{Note, "note"}, {Warn, "warn"}, {Block, "block"}}};
}

constexpr auto spellings(pipeline::ImageFormat) {
  using enum pipeline::ImageFormat;
  return std::array<Spelling<pipeline::ImageFormat>, 3>{
      {{Jpeg, "jpeg"}, {Png, "png"}, {Bmp, "bmp"}}};
}

constexpr auto spellings(Region::Organisations) {
  using enum Region::Organisations;
  return std::array<Spelling<Region::Organisations>, 3>{
      {{Any, "any"}, {Inside, "inside"}, {Outside, "outside"}}};
}

constexpr auto spellings(Comparison::Kind) {
  using enum Comparison::Kind;
  return std::array<Spelling<Comparison::Kind>, 3>{
      {{SameFact, "fact"}, {DifferentImage, "image"}, {DifferentSeal, "seal"}}};
}

template <class E>
std::string_view word_of(E value) {
  for (const auto& [known, word] : spellings(E{})) {
    if (known == value) return word;
  }
  return {};
}

template <class E>
std::optional<E> value_of(std::string_view typed) {
  for (const auto& [value, word] : spellings(E{})) {
    if (word == typed) return value;
  }
  return std::nullopt;
}

inline std::string_view word_of(pipeline::FindingCode code) {
  return pipeline::name(code);
}

template <>
inline std::optional<pipeline::FindingCode> value_of(std::string_view typed) {
  return pipeline::finding_code(typed);
}

}  // namespace vermilion::rules
