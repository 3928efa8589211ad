#include "rules/words.hpp"

#include <gtest/gtest.h>

#include <set>

namespace vermilion::rules {
namespace {

template <class T>
void expect_own_words(std::initializer_list<T> values) {
  for (const Language language : {Language::Chinese, Language::English}) {
    std::set<std::string_view> words;
    for (const T value : values) words.insert(word(value, language));
    EXPECT_EQ(words.size(), values.size());
    EXPECT_FALSE(words.contains(""));
  }
}

TEST(Words, EveryVerdictLevelAndRoleHasItsOwnInBothLanguages) {
  using pipeline::Level;
  using pipeline::SealRole;
  expect_own_words({Verdict::Accept, Verdict::Refer, Verdict::Reject, Verdict::Unreadable});
  expect_own_words({Level::Note, Level::Warn, Level::Block});
  expect_own_words({SealRole::Unknown, SealRole::Holder, SealRole::Registrar});
}

}  // namespace
}  // namespace vermilion::rules
