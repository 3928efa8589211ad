#include "rules/placeholders.hpp"
#include "rules/warnings.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace vermilion::rules {
namespace {

using yaml::Node;
using yaml::NodeKind;

struct Scripts {
  bool han = false;
  bool latin = false;
  int words = 0;  // of Latin letters
};

Scripts scripts_of(std::string_view text) {
  Scripts scripts;
  bool in_word = false;
  for (int32_t i = 0; i < static_cast<int32_t>(text.size());) {
    UChar32 code = 0;
    U8_NEXT_OR_FFFD(text.data(), i, static_cast<int32_t>(text.size()), code);
    const bool letter = code < 0x250 && u_isalpha(code) != 0;
    scripts.han = scripts.han || u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC) != 0;
    scripts.latin = scripts.latin || letter;
    scripts.words += letter && !in_word ? 1 : 0;
    in_word = letter;
  }
  return scripts;
}

std::set<std::string_view> names_in(const Node& text) {
  const auto names = placeholders_of(text.text);
  return {names.begin(), names.end()};
}

// Proper names may stand untranslated: one word without Han characters is no Chinese text missing.
void look_for_translation(const Node& zh, const Node& en, std::vector<Mistake>& doubts) {
  const Scripts in_zh = scripts_of(zh.text);
  const Scripts in_en = scripts_of(en.text);
  if (in_en.han && (!in_en.latin || en.text == zh.text)) {
    doubts.push_back({MistakeCode::TranslationMissing, en.span, {{"language", "en"}}});
  } else if (!in_zh.han && in_zh.words > 1) {
    doubts.push_back({MistakeCode::TranslationMissing, zh.span, {{"language", "zh"}}});
  }
}

void compare_placeholders(const Node& text, const Node& other, std::vector<Mistake>& doubts) {
  const auto here = names_in(text);
  for (const std::string_view name : names_in(other)) {
    if (here.contains(name)) continue;
    doubts.push_back(
        {MistakeCode::PlaceholderMissing, text.span, {{"placeholder", std::string(name)}}});
  }
}

void look_at(const Node& node, std::vector<Mistake>& doubts) {
  const Node* zh = node.find("zh");
  const Node* en = node.find("en");
  const bool is_text = zh != nullptr && en != nullptr && zh->kind == NodeKind::Scalar &&
                       en->kind == NodeKind::Scalar;
  if (is_text) {
    look_for_translation(*zh, *en, doubts);
    compare_placeholders(*zh, *en, doubts);
    compare_placeholders(*en, *zh, doubts);
  }
  for (const Node& item : node.items) look_at(item, doubts);
  for (const yaml::Member& member : node.members) look_at(member.value, doubts);
}

}  // namespace

std::vector<Mistake> text_warnings(const Node& file) {
  std::vector<Mistake> doubts;
  look_at(file, doubts);
  return doubts;
}

}  // namespace vermilion::rules
