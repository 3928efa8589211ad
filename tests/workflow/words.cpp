#include "tests/workflow/words.hpp"

#include <algorithm>
#include <utility>

namespace vermilion::tests {

std::string at(const Words& words, std::size_t index, std::string otherwise) {
  return index < words.size() ? words[index] : std::move(otherwise);
}

bool has(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

std::string option(const Words& words, std::string_view name, std::string otherwise) {
  for (const std::string& word : words) {
    if (word.starts_with(std::string(name) + "=")) return word.substr(name.size() + 1);
  }
  return otherwise;
}

}  // namespace vermilion::tests
