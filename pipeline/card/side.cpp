#include "pipeline/card/cards.hpp"
#include "pipeline/text/characters.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace vermilion::pipeline::card {
namespace {

constexpr std::array<std::u32string_view, 8> kOfPortrait{
    U"姓名", U"性别", U"民族", U"出生", U"住址", U"公民身份", U"身份号码", U"份号码"};
constexpr std::array<std::u32string_view, 8> kOfEmblem{
    U"中华人民", U"共和国", U"居民身份", U"身份证", U"签发机关", U"有效期", U"期限", U"签发"};

// One label of two characters may stand in any text.
constexpr std::size_t kEnough = 4;

template <std::size_t count>
std::size_t characters_seen(const std::array<std::u32string_view, count>& labels,
                            std::u32string_view text) {
  std::size_t seen = 0;
  for (const std::u32string_view label : labels) {
    if (text.find(label) != std::u32string_view::npos) seen += label.size();
  }
  return seen;
}

}  // namespace

Labels labels_in(const std::string& utf8) {
  const std::u32string text = text::compared(text::characters_of(utf8));
  return {.portrait = characters_seen(kOfPortrait, text) >= kEnough,
          .emblem = characters_seen(kOfEmblem, text) >= kEnough};
}

}  // namespace vermilion::pipeline::card
