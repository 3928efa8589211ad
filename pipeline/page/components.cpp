#include "pipeline/page/components.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <numeric>

namespace vermilion::pipeline::page {
namespace {

// The first of eight bytes that is not zero.
int first_of_eight(std::uint64_t eight) {
  const int zero_bits = std::endian::native == std::endian::little ? std::countr_zero(eight)
                                                                   : std::countl_zero(eight);
  return zero_bits / 8;
}

// The next pixel that is set; most of a page is not, so eight at a time.
int next_set(const std::uint8_t* row, int x, int columns) {
  for (std::uint64_t eight = 0; x + 8 <= columns; x += 8) {
    std::memcpy(&eight, row + x, sizeof eight);
    if (eight != 0) return x + first_of_eight(eight);
  }
  while (x < columns && row[x] == 0) ++x;
  return x;
}

// Which runs belong together: a forest, in which the root of each tree is its first run.
class Forest {
 public:
  void plant(std::size_t count) {
    const std::size_t known = parents_.size();
    parents_.resize(count);
    std::iota(parents_.begin() + static_cast<std::ptrdiff_t>(known), parents_.end(), known);
  }

  std::size_t root_of(std::size_t run) {
    while (parents_[run] != run) run = parents_[run] = parents_[parents_[run]];
    return run;
  }

  void join(std::size_t one, std::size_t other) {
    one = root_of(one);
    other = root_of(other);
    parents_[std::max(one, other)] = std::min(one, other);
  }

 private:
  std::vector<std::size_t> parents_;
};

// Joins the runs of one row, which begin at `here`, to those of the row above that they touch.
void join_rows(Forest& forest, const std::vector<Run>& runs, std::size_t above, std::size_t here) {
  const std::size_t end_above = here;
  for (std::size_t run = here; run < runs.size(); ++run) {
    while (above < end_above && runs[above].end < runs[run].begin) ++above;
    for (std::size_t other = above; other < end_above && runs[other].begin <= runs[run].end;
         ++other) {
      forest.join(run, other);
    }
  }
}

struct Joined {
  std::vector<Run> runs;  // row by row
  Forest forest;
};

Joined joined_runs(const cv::Mat& mask, int gap) {
  Joined joined;
  std::size_t above = 0;
  for (int y = 0; y < mask.rows; ++y) {
    const std::size_t here = joined.runs.size();
    append_runs(joined.runs, mask, y, gap);
    joined.forest.plant(joined.runs.size());
    join_rows(joined.forest, joined.runs, above, here);
    above = here;
  }
  return joined;
}

// The tree of each run, counted by their roots.
struct Numbered {
  std::vector<std::size_t> of;
  std::size_t count = 0;
};

Numbered numbered(Forest& forest, std::size_t runs) {
  Numbered trees{.of = std::vector<std::size_t>(runs)};
  for (std::size_t run = 0; run < runs; ++run) {
    const std::size_t root = forest.root_of(run);
    trees.of[run] = root == run ? trees.count++ : trees.of[root];
  }
  return trees;
}

void add(Component& component, const Run& run) {
  component.box |= cv::Rect(run.begin, run.row, run.end - run.begin, 1);
  component.area += run.end - run.begin;
}

}  // namespace

void append_runs(std::vector<Run>& runs, const cv::Mat& mask, int row, int gap) {
  const std::size_t before = runs.size();
  const auto* pixels = mask.ptr<std::uint8_t>(row);
  for (int x = next_set(pixels, 0, mask.cols); x < mask.cols; x = next_set(pixels, x, mask.cols)) {
    const int begin = x;
    while (x < mask.cols && pixels[x] != 0) ++x;
    if (runs.size() > before && begin - runs.back().end < gap) {
      runs.back().end = x;
    } else {
      runs.push_back({row, begin, x});
    }
  }
}

Components components_of(const cv::Mat& mask, int gap) {
  auto [runs, forest] = joined_runs(mask, gap);
  const auto [of, count] = numbered(forest, runs.size());
  Components components;
  components.list.resize(count);
  components.first_.assign(count + 1, 0);
  for (std::size_t run = 0; run < runs.size(); ++run) {
    add(components.list[of[run]], runs[run]);
    ++components.first_[of[run]];
  }
  std::exclusive_scan(components.first_.begin(), components.first_.end(), components.first_.begin(),
                      std::size_t{0});
  components.runs_.resize(runs.size());
  std::vector<std::size_t> next(components.first_);
  for (std::size_t run = 0; run < runs.size(); ++run) components.runs_[next[of[run]]++] = runs[run];
  return components;
}

}  // namespace vermilion::pipeline::page
