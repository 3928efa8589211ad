#include "rules/placeholders.hpp"

#include <algorithm>

namespace vermilion::rules {

std::string fill(std::string_view text, const WordFor& word_for) {
  std::string result;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    const std::size_t close = std::min(text.find('}', open), text.size());
    result += text.substr(0, open);
    if (close == text.size()) return result += text.substr(open);
    const auto word = word_for(text.substr(open + 1, close - open - 1));
    result += word ? std::string_view(*word) : text.substr(open, close - open + 1);
    text.remove_prefix(close + 1);
  }
  return result;
}

std::vector<std::string_view> placeholders_of(std::string_view text) {
  std::vector<std::string_view> names;
  for (auto open = text.find('{'); open != std::string_view::npos;
       open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    names.push_back(text.substr(open + 1, close - open - 1));
  }
  return names;
}

}  // namespace vermilion::rules
