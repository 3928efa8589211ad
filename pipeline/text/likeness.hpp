#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// How far what was read bears out a text that is expected.
namespace vermilion::pipeline::text {

// The place of a text in a reading, by the fewest edits: character i of the text is borne out where
// the reading has it at its place.
struct Alignment {
  std::vector<bool> borne_out;  // for each character of the text
  std::size_t extra = 0;        // characters the reading has in between
  std::size_t begin = 0;        // of the part of the reading it was aligned with
  std::size_t end = 0;
};

// Both as compared() leaves them. The whole text against any part of the reading. Brackets, which
// readers take for many things, are borne out with the characters beside them.
[[nodiscard]] Alignment align(std::u32string_view text, std::u32string_view reading);

// Several readings of the same print: a character is borne out where one of them has it, since no
// reader puts the right character in its place by accident; what is extra in all of them stands on
// the paper. 1: the text stands there, character by character; 0: nothing of it.
[[nodiscard]] double likeness(std::span<const Alignment> readings);

}  // namespace vermilion::pipeline::text
