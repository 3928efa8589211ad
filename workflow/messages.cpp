#include "workflow/messages.hpp"

#include "workflow/data_files.hpp"
#include "workflow/working_days.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <map>
#include <optional>

namespace vermilion::workflow {
namespace {

using Texts = std::map<std::string, std::map<std::string, std::string>>;

const Texts& texts_in(Language language) {
  static const Texts zh = nlohmann::json::parse(data_files::kMessagesZh).get<Texts>();
  static const Texts en = nlohmann::json::parse(data_files::kMessagesEn).get<Texts>();
  return language == Language::Chinese ? zh : en;
}

std::string section_name(Section section) {
  constexpr std::array kNames{"refusals", "waiting", "notices", "advice"};
  return kNames[static_cast<std::size_t>(section)];
}

std::optional<std::string> word(const Words& words, const std::string& name, Language language) {
  if (language == Language::English) {
    const auto own = words.find(name + "_en");
    if (own != words.end()) return own->second;
  }
  const auto found = words.find(name);
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

// Once from left to right: what a word brings along is not filled in turn.
std::string filled(std::string_view text, const Words& words, Language language) {
  std::string result;
  while (true) {
    const std::size_t open = text.find('{');
    const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
    if (close == text.npos) return result.append(text);
    const std::string name(text.substr(open + 1, close - open - 1));
    const auto value = word(words, name, language);
    result.append(text.substr(0, open));
    result.append(value ? *value : fmt::format("{{{}}}", name));
    text.remove_prefix(close + 1);
  }
}

std::chrono::year_month_day date_of(Instant at) {
  return std::chrono::year_month_day(beijing_day(at));
}

}  // namespace

std::string text_of(Section section, std::string_view name, const Words& words, Language language) {
  const auto& texts = texts_in(language).at(section_name(section));
  return filled(texts.at(std::string(name)), words, language);
}

std::string text_of(const Refusal& refusal, Language language) {
  return text_of(Section::Refusals, name_of(refusal.code), refusal.words, language);
}

std::string text_of(const Notice& notice) {
  return text_of(Section::Notices, name_of(notice.kind), notice.words, Language::Chinese);
}

std::string beijing_date_text(Instant at) {
  const auto date = date_of(at);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string beijing_text(Instant at) {
  const auto minutes =
      std::chrono::duration_cast<std::chrono::minutes>(at - beijing(beijing_day(at)));
  return fmt::format("{} {:02}:{:02}", beijing_date_text(at), minutes.count() / 60,
                     minutes.count() % 60);
}

std::string yuan_text(Fen fen) {
  return fmt::format("{}.{:02}", fen.amount / 100, fen.amount % 100);
}

void tell_slots(const std::vector<std::string>& slots, const VariantTerms* variant, Words& words) {
  std::string zh;
  std::string en;
  for (const std::string& id : slots) {
    const SlotTerms* slot = variant == nullptr ? nullptr : find_slot(*variant, id);
    if (!zh.empty()) zh += "、";
    if (!en.empty()) en += ", ";
    zh += slot == nullptr || slot->name_zh.empty() ? id : slot->name_zh;
    en += slot == nullptr || slot->name_en.empty() ? id : slot->name_en;
  }
  words["documents"] = zh;
  words["documents_en"] = en;
}

}  // namespace vermilion::workflow
