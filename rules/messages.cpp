#include "rules/messages.hpp"

#include "rules/message_files.hpp"
#include "rules/placeholders.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::rules {
namespace {

constexpr auto kFindingWords = std::to_array<std::string_view>(
    {"detected", "detail", "differences", "digits", "document", "edges", "expected",
     "expected_likelihood", "extension", "field", "first", "legible", "meant", "other", "printed",
     "read", "read_likelihood", "sides", "title"});

struct Messages {
  std::vector<Text> texts;                   // by finding code
  std::map<std::string, std::string> words;  // what a finding says in English
  std::string_view comma;
};

Messages parse(std::string_view file, std::string_view comma) {
  const auto json = nlohmann::json::parse(file);
  Messages messages{.words = json.at("words"), .comma = comma};
  for (const auto& kind : pipeline::finding_kinds()) {
    const auto& entry = json.at(std::string(kind.name));
    messages.texts.push_back({entry.at("label"), entry.at("message"), entry.at("remedy")});
  }
  return messages;
}

const Messages& messages_in(Language language) {
  static const Messages zh = parse(message_files::kZh, "、");
  static const Messages en = parse(message_files::kEn, ", ");
  return language == Language::Chinese ? zh : en;
}

// "left, top" in the words of the language; a word it does not know stays as it is.
std::string translated(std::string_view list, const Messages& messages) {
  constexpr std::string_view kComma = ", ";
  std::string result;
  while (true) {
    const std::size_t end = std::min(list.find(kComma), list.size());
    const std::string word(list.substr(0, end));
    const auto known = messages.words.find(word);
    result += known == messages.words.end() ? word : known->second;
    if (end == list.size()) return result;
    result += messages.comma;
    list.remove_prefix(end + kComma.size());
  }
}

std::string grouped(std::string digits) {
  const std::size_t first = digits.starts_with('-') ? 2 : 1;
  for (std::size_t at = digits.size(); at >= first + 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

std::optional<std::string> word_for(std::string_view placeholder, const pipeline::Finding& finding,
                                    const Messages& messages) {
  if (placeholder == "value" && finding.value) return number_text(*finding.value);
  if (placeholder == "threshold" && finding.threshold) return number_text(*finding.threshold);
  const auto word = finding.words.find(std::string(placeholder));
  if (word == finding.words.end()) return std::nullopt;
  const bool is_a_word = placeholder == "edges" || placeholder == "sides" || placeholder.ends_with("likelihood");
  return is_a_word ? translated(word->second, messages) : word->second;
}

std::string filled(std::string_view text, const pipeline::Finding& finding,
                   const Messages& messages) {
  return fill(
      text, [&](std::string_view placeholder) { return word_for(placeholder, finding, messages); });
}

}  // namespace

std::span<const std::string_view> finding_words() {
  return kFindingWords;
}

Text text_of(const pipeline::Finding& finding, Language language) {
  const Messages& messages = messages_in(language);
  const Text& text = text_of(finding.code, language);
  const auto own = finding.words.find(language == Language::Chinese ? kRemedyZh : kRemedyEn);
  const std::string& remedy = own == finding.words.end() ? text.remedy : own->second;
  return {text.label, filled(text.message, finding, messages), filled(remedy, finding, messages)};
}

const Text& text_of(pipeline::FindingCode code, Language language) {
  return messages_in(language).texts[static_cast<std::size_t>(code)];
}

std::string number_text(double value) {
  const bool whole = std::abs(value) >= 100 || value == std::trunc(value);
  if (whole) return grouped(fmt::format("{:.0f}", value));
  return std::abs(value) >= 10 ? fmt::format("{:.1f}", value) : fmt::format("{:.2f}", value);
}

}  // namespace vermilion::rules
