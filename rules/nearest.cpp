#include "rules/nearest.hpp"

#include <algorithm>
#include <vector>

namespace vermilion::rules {
namespace {

// One slip in three characters is a typing mistake; more is another word.
std::size_t farthest_slip(std::string_view typed) {
  return std::max<std::size_t>(1, typed.size() / 3);
}

template <class Words>
std::optional<std::string_view> nearest_of(std::string_view typed, const Words& known) {
  std::optional<std::string_view> best;
  std::size_t best_distance = farthest_slip(typed) + 1;
  for (const std::string_view word : known) {
    const std::size_t distance = edit_distance(typed, word);
    if (distance >= best_distance) continue;
    best = word;
    best_distance = distance;
  }
  return best;
}

}  // namespace

// Optimal string alignment, three rows at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(above);
    above.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::optional<std::string_view> nearest(std::string_view typed,
                                        std::span<const std::string_view> known) {
  return nearest_of(typed, known);
}

std::optional<std::string_view> nearest(std::string_view typed,
                                        std::span<const std::string> known) {
  return nearest_of(typed, known);
}

}  // namespace vermilion::rules
