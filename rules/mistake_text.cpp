#include "rules/mistake_text.hpp"

#include "rules/message_files.hpp"
#include "rules/placeholders.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <vector>

namespace vermilion::rules {
namespace {

struct Texts {
  std::vector<MistakeText> by_code;
  std::map<std::string, std::string, std::less<>> words;
  std::string_view suffix;   // of words that differ by language
  std::string_view nearest;  // did you mean …?
};

Texts parse(std::string_view file, std::string_view suffix, std::string_view nearest) {
  const auto json = nlohmann::json::parse(file);
  Texts texts{.words = json.at("mistake_words").get<decltype(Texts::words)>(),
              .suffix = suffix,
              .nearest = nearest};
  const auto& mistakes = json.at("mistakes");
  for (const MistakeCode code : mistake_codes()) {
    const auto& entry = mistakes.at(std::string(name(code)));
    texts.by_code.push_back({entry.at("message"), entry.at("hint")});
  }
  return texts;
}

const Texts& texts_in(Language language) {
  static const Texts zh = parse(message_files::kZh, ".zh", "您是不是想写“{nearest}”？");
  static const Texts en = parse(message_files::kEn, ".en", "Did you mean \"{nearest}\"? ");
  return language == Language::Chinese ? zh : en;
}

bool is_schema_word(std::string_view placeholder) {
  return placeholder == "expected" || placeholder == "found" || placeholder == "unit";
}

std::optional<std::string> word_for(std::string_view placeholder, const Mistake& mistake,
                                    const Texts& texts) {
  const std::string key(placeholder);
  auto word = mistake.words.find(key + std::string(texts.suffix));
  if (word == mistake.words.end()) word = mistake.words.find(key);
  if (word == mistake.words.end()) return std::nullopt;
  if (!is_schema_word(placeholder)) return word->second;
  const auto known = texts.words.find(word->second);
  return known == texts.words.end() ? word->second : known->second;
}

}  // namespace

MistakeText text_of(const Mistake& mistake, Language language) {
  const Texts& texts = texts_in(language);
  const auto word = [&](std::string_view placeholder) {
    return word_for(placeholder, mistake, texts);
  };
  MistakeText text = text_of(mistake.code, language);
  if (mistake.words.contains("nearest")) text.hint.insert(0, texts.nearest);
  return {fill(text.message, word), fill(text.hint, word)};
}

const MistakeText& text_of(MistakeCode code, Language language) {
  return texts_in(language).by_code[static_cast<std::size_t>(code)];
}

std::string schema_word(std::string_view word, Language language) {
  const auto& words = texts_in(language).words;
  const auto known = words.find(word);
  return known == words.end() ? std::string(word) : known->second;
}

}  // namespace vermilion::rules
