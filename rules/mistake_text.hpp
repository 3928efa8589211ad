#pragma once

#include "rules/language.hpp"
#include "rules/mistake.hpp"

#include <string>

// What a person is told about a mistake. The texts stand in rules/messages/zh.json and en.json
// under "mistakes"; under "mistake_words" stands what types and units are called.
namespace vermilion::rules {

struct MistakeText {
  std::string message;  // what is wrong
  std::string hint;     // what to do, "did you mean" first
};

[[nodiscard]] MistakeText text_of(const Mistake& mistake, Language language);

// The entry as it stands in the file, placeholders and all.
[[nodiscard]] const MistakeText& text_of(MistakeCode code, Language language);

// What a type or a unit is called: "fen" -> "分". A word that is not listed stays as it is.
[[nodiscard]] std::string schema_word(std::string_view word, Language language);

}  // namespace vermilion::rules
