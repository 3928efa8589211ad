#include "pipeline/text/likeness.hpp"

#include <algorithm>
#include <limits>

namespace vermilion::pipeline::text {
namespace {

// The fewest edits that lead from the first i characters of the text to a part of the reading that
// ends at j.
class Edits {
 public:
  Edits(std::u32string_view text, std::u32string_view reading)
      : text_(text), reading_(reading), cells_((text.size() + 1) * columns()) {
    for (std::size_t i = 1; i <= text.size(); ++i) {
      for (std::size_t j = 0; j <= reading.size(); ++j) cells_[i * columns() + j] = cost(i, j);
    }
  }

  std::size_t at(std::size_t i, std::size_t j) const { return cells_[i * columns() + j]; }
  bool same(std::size_t i, std::size_t j) const { return text_[i - 1] == reading_[j - 1]; }

  // Where the part ends that is nearest to the whole text; the first of equals.
  std::size_t best_end() const {
    const auto last = cells_.end() - static_cast<std::ptrdiff_t>(columns());
    return static_cast<std::size_t>(std::min_element(last, cells_.end()) - last);
  }

 private:
  std::size_t columns() const { return reading_.size() + 1; }
  std::size_t cost(std::size_t i, std::size_t j) const {
    const std::size_t missing = at(i - 1, j) + 1;
    if (j == 0) return missing;
    return std::min({at(i - 1, j - 1) + (same(i, j) ? 0 : 1), missing, at(i, j - 1) + 1});
  }

  std::u32string_view text_;
  std::u32string_view reading_;
  std::vector<std::size_t> cells_;
};

bool is_bracket(char32_t character) {
  return character == U'(' || character == U')';
}

// Readers take brackets for many things. One is borne out with the characters beside it.
void bear_out_brackets(std::u32string_view text, std::vector<bool>& borne_out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_bracket(text[i])) continue;
    const bool before = i == 0 || borne_out[i - 1];
    const bool after = i + 1 == text.size() || borne_out[i + 1];
    if (before && after) borne_out[i] = true;
  }
}

}  // namespace

Alignment align(std::u32string_view text, std::u32string_view reading) {
  const Edits edits(text, reading);
  Alignment found{.borne_out = std::vector<bool>(text.size()), .end = edits.best_end()};
  std::size_t j = found.end;
  for (std::size_t i = text.size(); i > 0;) {
    const std::size_t here = edits.at(i, j);
    if (j > 0 && here == edits.at(i - 1, j - 1) + (edits.same(i, j) ? 0 : 1)) {
      found.borne_out[i - 1] = edits.same(i, j);
      --i, --j;
    } else if (here == edits.at(i - 1, j) + 1) {
      --i;
    } else {
      ++found.extra;
      --j;
    }
  }
  found.begin = j;
  bear_out_brackets(text, found.borne_out);
  return found;
}

double likeness(std::span<const Alignment> readings) {
  if (readings.empty() || readings.front().borne_out.empty()) return 0;
  const std::size_t length = readings.front().borne_out.size();
  std::size_t borne_out = 0;
  for (std::size_t i = 0; i < length; ++i) {
    borne_out += std::ranges::any_of(readings, [&](const Alignment& a) { return a.borne_out[i]; });
  }
  std::size_t extra = std::numeric_limits<std::size_t>::max();
  for (const Alignment& each : readings) extra = std::min(extra, each.extra);
  return static_cast<double>(borne_out - std::min(borne_out, extra)) / static_cast<double>(length);
}

}  // namespace vermilion::pipeline::text
