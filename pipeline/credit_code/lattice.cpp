#include "pipeline/credit_code/lattice.hpp"

#include "pipeline/credit_code/credit_code.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

namespace vermilion::pipeline::credit_code {
namespace {

// Shares of the band's height.
constexpr float kGlyphWidthMax = 1.5F;  // W of a wide face
constexpr float kNarrow = 0.85F;        // a digit or capital of most faces
constexpr float kSpacing = 1.1F;        // the widest gap of spaced print
constexpr float kCloseGap = 0.16F;      // across a wider gap pieces are not joined to one character

constexpr std::size_t kPiecesPerGlyph = 4;

// A line with fewer narrow pieces side by side holds no 18 characters, even if some touch.
constexpr int kNarrowPiecesMin = 11;

// Where fewer than so many of kCodePieces neighbouring single pieces pass for characters, there is
// no code: of 1,200 codes on clean and on spoilt pages the worst had 11, half of them 18. Saves the
// joins, which is half of the work.
constexpr std::size_t kCodePieces = 24;
constexpr int kCharactersMin = 11;

// Every third piece is looked at first; when fewer than so many of eight neighbours pass for
// characters the others need no look. Han print has one or two.
constexpr std::size_t kSampleStep = 3;
constexpr int kSampledCharactersMin = 4;

// The longest stretch with a code had 40 pieces, label included; ornament has a hundred and more.
constexpr std::size_t kPiecesMax = 64;

// In natural logarithms: a span is a character unless "no character" is likelier by this. Thin
// stems and worn characters score low on both; a Han character is refused with 5 and more.
constexpr float kNoGlyphLead = 2.5F;

// A counted run may hold one character that was refused, if a character is at least this likely.
constexpr float kWeakGlyph = -5.0F;
constexpr int kRefusedMax = 1;
constexpr std::size_t kCountSlack = 3;  // how far off the natural reading may be
constexpr float kCountLoss = 5.0F;      // how much less likely it may be than the natural one

// The last Han character of a label before the code may come out as a letter or two. They are taken
// for that when a gap sets them off that is so much wider than the widest one within the code, or
// when they stand so much closer together than any two characters of the code; or when one of them
// is doubtful while every character after them is clear.
constexpr std::size_t kLabelMax = 3;
constexpr float kSetOff = 1.6F;
constexpr float kCloser = 0.4F;
constexpr float kDoubtful = -0.5F;  // 0.6
constexpr float kClear = -0.25F;    // 0.78

constexpr float kImpossible = -std::numeric_limits<float>::infinity();

using Pieces = std::span<const Piece>;

float gap_before(Pieces pieces, std::size_t i) {
  return static_cast<float>(pieces[i].span.begin - pieces[i - 1].span.end);
}

float height_at(Pieces pieces, std::size_t i) {
  return std::max(pieces[i].band.height(), pieces[i - 1].band.height());
}

// Stretches of pieces without a gap too wide for one run.
std::vector<Pieces> stretches_of(Pieces pieces) {
  std::vector<Pieces> stretches;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= pieces.size(); ++i) {
    if (i < pieces.size() && gap_before(pieces, i) <= kSpacing * height_at(pieces, i)) continue;
    stretches.push_back(pieces.subspan(begin, i - begin));
    begin = i;
  }
  return stretches;
}

bool may_hold_a_code(Pieces stretch) {
  if (stretch.size() > kPiecesMax) return false;
  return std::ranges::count_if(stretch, [](const Piece& piece) {
           return static_cast<float>(piece.span.width()) <= kNarrow * piece.band.height();
         }) >= kNarrowPiecesMin;
}

// Can all these be one character?
bool may_join(Pieces pieces) {
  const int width = pieces.back().span.end - pieces.front().span.begin;
  if (static_cast<float>(width) > kGlyphWidthMax * pieces.front().band.height()) {
    return pieces.size() == 1;
  }
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!pieces[i].joined && gap_before(pieces, i) > kCloseGap * height_at(pieces, i)) return false;
  }
  return true;
}

// Of several pieces the tallest is likeliest to be worn neither above nor below.
Band band_of(Pieces pieces) {
  return std::ranges::max_element(pieces, {}, [](const Piece& p) { return p.band.height(); })->band;
}

// One way to read the pieces [from, to).
struct Arc {
  std::size_t from = 0;
  std::size_t to = 0;
  Glyph glyph;
  float as_glyph = 0;  // log probability of its likeliest character
  bool is_glyph = false;

  // Weighted by pieces, so that one character of two pieces compares with two of one.
  float weight() const { return static_cast<float>(to - from); }
  float quality() const {
    return weight() * std::max(as_glyph, glyph.scores[kNoGlyph] - kNoGlyphLead);
  }
};

Arc arc_over(const cv::Mat& darkness, Pieces stretch, std::size_t from, std::size_t to,
             const GlyphNet& net) {
  const Pieces joined = stretch.subspan(from, to - from);
  Arc arc{.from = from, .to = to};
  arc.glyph.span = {joined.front().span.begin, joined.back().span.end};
  arc.glyph.scores = net.classify(window_of(darkness, band_of(joined), arc.glyph.span));
  const auto& scores = arc.glyph.scores;
  arc.as_glyph = *std::max_element(scores.begin(), scores.end() - 1);
  arc.is_glyph = arc.as_glyph > scores[kNoGlyph] - kNoGlyphLead;
  return arc;
}

// The most characters among any kCodePieces neighbours.
int most_together(const std::vector<Arc>& singles) {
  int together = 0;
  int most = 0;
  for (std::size_t i = 0; i < singles.size(); ++i) {
    together += singles[i].is_glyph;
    if (i >= kCodePieces) together -= singles[i - kCodePieces].is_glyph;
    most = std::max(most, together);
  }
  return most;
}

// Of the single pieces; none when too few of them are characters.
std::vector<Arc> single_arcs_of(const cv::Mat& darkness, Pieces stretch, const GlyphNet& net) {
  std::vector<Arc> singles(stretch.size());
  for (std::size_t i = kSampleStep / 2; i < stretch.size(); i += kSampleStep) {
    singles[i] = arc_over(darkness, stretch, i, i + 1, net);
  }
  if (most_together(singles) < kSampledCharactersMin) return {};
  for (std::size_t i = 0; i < stretch.size(); ++i) {
    if (i % kSampleStep != kSampleStep / 2) singles[i] = arc_over(darkness, stretch, i, i + 1, net);
  }
  if (most_together(singles) < kCharactersMin) return {};
  return singles;
}

// In order of their ends.
std::vector<Arc> arcs_of(const cv::Mat& darkness, Pieces stretch, const GlyphNet& net) {
  std::vector<Arc> arcs;
  for (const Arc& single : single_arcs_of(darkness, stretch, net)) {
    arcs.push_back(single);
    for (std::size_t n = 2; n <= std::min(kPiecesPerGlyph, single.to); ++n) {
      if (!may_join(stretch.subspan(single.to - n, n))) break;
      arcs.push_back(arc_over(darkness, stretch, single.to - n, single.to, net));
    }
  }
  return arcs;
}

struct Arrival {
  float quality = kImpossible;
  const Arc* arc = nullptr;
};

std::vector<const Arc*> best_path(const std::vector<Arc>& arcs, std::size_t pieces) {
  std::vector<Arrival> arrivals(pieces + 1);
  arrivals[0].quality = 0;
  for (const Arc& arc : arcs) {
    const float reached = arrivals[arc.from].quality + arc.quality();
    if (reached > arrivals[arc.to].quality) arrivals[arc.to] = {reached, &arc};
  }
  std::vector<const Arc*> path;
  for (std::size_t at = pieces; at > 0; at = path.back()->from) path.push_back(arrivals[at].arc);
  std::ranges::reverse(path);
  return path;
}

// The best reading of the pieces [from, to) as exactly as many characters as a code has, unless it
// is much worse than `natural`, the quality of the best reading of any length.
std::optional<Run> counted_path(const std::vector<Arc>& arcs, std::size_t from, std::size_t to,
                                float natural) {
  const std::size_t width = to - from + 1;
  std::vector<Arrival> arrivals((kLength + 1) * width);
  const auto at = [&](std::size_t count, std::size_t piece) -> Arrival& {
    return arrivals[count * width + piece - from];
  };
  at(0, from).quality = 0;
  for (const Arc& arc : arcs) {
    if (arc.from < from || arc.to > to || arc.as_glyph < kWeakGlyph) continue;
    for (std::size_t count = 0; count < kLength; ++count) {
      const float reached = at(count, arc.from).quality + arc.weight() * arc.as_glyph;
      if (reached > at(count + 1, arc.to).quality) at(count + 1, arc.to) = {reached, &arc};
    }
  }
  if (at(kLength, to).quality < natural - kCountLoss) return std::nullopt;
  Run run{.counted = true};
  int refused = 0;
  std::size_t piece = to;
  for (std::size_t count = kLength; count > 0; --count) {
    const Arc& arc = *at(count, piece).arc;
    refused += !arc.is_glyph;
    run.glyphs.push_back(arc.glyph);
    piece = arc.from;
  }
  if (refused > kRefusedMax) return std::nullopt;
  std::ranges::reverse(run.glyphs);
  return run;
}

// Neighbouring arcs [begin, end) of a path that may be one run: characters, with single refusals
// between them.
struct Group {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool pure = true;  // nothing refused
};

std::vector<Group> groups_of(const std::vector<const Arc*>& path) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (!path[i]->is_glyph) continue;
    if (!groups.empty() && i - groups.back().end <= 1) {
      groups.back().pure &= groups.back().end == i;
      groups.back().end = i + 1;
    } else {
      groups.push_back({i, i + 1});
    }
  }
  return groups;
}

void append_natural(std::vector<Run>& runs, const std::vector<const Arc*>& path, Group group) {
  Run run;
  for (std::size_t i = group.begin; i < group.end; ++i) {
    if (path[i]->is_glyph) {
      run.glyphs.push_back(path[i]->glyph);
    } else if (!run.glyphs.empty()) {
      runs.push_back(std::exchange(run, {}));
    }
  }
  if (!run.glyphs.empty()) runs.push_back(std::move(run));
}

using Arcs = std::span<const Arc* const>;

float gap_between(const Arc* left, const Arc* right) {
  return static_cast<float>(std::max(0, right->glyph.span.begin - left->glyph.span.end));
}

// Narrowest and widest gap between neighbours.
std::pair<float, float> gaps_within(Arcs arcs) {
  std::pair<float, float> gaps{std::numeric_limits<float>::max(), 0};
  for (std::size_t i = 1; i < arcs.size(); ++i) {
    const float gap = gap_between(arcs[i - 1], arcs[i]);
    gaps = {std::min(gaps.first, gap), std::max(gaps.second, gap)};
  }
  return gaps;
}

bool is_label_before(Arcs label, Arcs code) {
  const auto [narrowest, widest] = gaps_within(code);
  if (gap_between(label.back(), code.front()) > kSetOff * std::max(widest, 1.0F)) return true;
  if (label.size() > 1 && gaps_within(label).second < kCloser * narrowest) return true;
  return std::ranges::any_of(label, [](const Arc* arc) { return arc->as_glyph < kDoubtful; }) &&
         std::ranges::all_of(code, [](const Arc* arc) { return arc->as_glyph >= kClear; });
}

// The end of a group: a few characters more than a code has, without what is left of its label.
std::optional<Run> without_label(const std::vector<const Arc*>& path, Group group) {
  std::size_t count = 0;
  while (count < group.end - group.begin && path[group.end - 1 - count]->is_glyph) ++count;
  if (count <= kLength || count > kLength + kLabelMax) return std::nullopt;
  const Arcs all = Arcs(path).subspan(group.end - count, count);
  const Arcs code = all.last(kLength);
  if (!is_label_before(all.first(count - kLength), code)) return std::nullopt;
  Run run{.counted = true};
  std::ranges::transform(code, std::back_inserter(run.glyphs), &Arc::glyph);
  return run;
}

bool nearly_a_code(Group group) {
  const std::size_t count = group.end - group.begin;
  return count + kCountSlack >= kLength && count <= kLength + kCountSlack &&
         !(group.pure && count == kLength);
}

}  // namespace

std::vector<Run> runs_of(const cv::Mat& darkness, std::span<const Piece> pieces,
                         const GlyphNet& net) {
  std::vector<Run> runs;
  for (const Pieces stretch : stretches_of(pieces)) {
    if (!may_hold_a_code(stretch)) continue;
    const std::vector<Arc> arcs = arcs_of(darkness, stretch, net);
    if (arcs.empty()) continue;
    const std::vector<const Arc*> path = best_path(arcs, stretch.size());
    for (const Group group : groups_of(path)) {
      append_natural(runs, path, group);
      if (auto run = without_label(path, group)) {
        runs.push_back(std::move(*run));
        continue;
      }
      if (!nearly_a_code(group)) continue;
      float natural = 0;
      for (std::size_t i = group.begin; i < group.end; ++i) natural += path[i]->quality();
      if (auto run =
              counted_path(arcs, path[group.begin]->from, path[group.end - 1]->to, natural)) {
        runs.push_back(std::move(*run));
      }
    }
  }
  return runs;
}

}  // namespace vermilion::pipeline::credit_code
