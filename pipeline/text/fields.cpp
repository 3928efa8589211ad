#include "pipeline/text/fields.hpp"

#include "pipeline/text/characters.hpp"
#include "pipeline/text/field_labels.hpp"
#include "pipeline/text/likeness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace vermilion::pipeline::text {
namespace {

// Rows read for one fact at most: what is expected stands among the first twenty.
constexpr std::size_t kRowsRead = 40;

// A text of so many characters is found by itself; the name of a person only beside its label.
constexpr std::size_t kFoundByItself = 6;

// Less than this is another text; less than the other is not worth a second look.
constexpr double kAlike = 0.5;
constexpr double kWorthALook = 0.3;

// Characters are 0.9 to 1.6 times as wide as the row is high, and a label may stand before them.
constexpr float kNarrowest = 0.7F;
constexpr float kWidest = 1.7F;
constexpr float kLabelCharacters = 8;

constexpr float kCharacterWidth = 1.3F;  // of the height, with the space to the next

// Between characters, in heights: beyond the one another word begins, beyond the other another
// column.
constexpr double kWordGap = 0.6;
constexpr double kBracketGap = 1.2;  // half of a bracket's cell is blank
constexpr double kColumnGap = 1.5;

// Labels of so many characters may have one read wrong.
constexpr std::size_t kFuzzyFrom = 4;

// The place beside a row in which its value or its label is looked for, in heights of the row.
constexpr float kValueReach = 14;
constexpr float kLabelReach = 8;

bool is_print(char32_t c) {
  return is_han(c) || (U'0' <= c && c <= U'9') || (U'A' <= c && c <= U'Z') ||
         (U'a' <= c && c <= U'z') || c == U'(';
}

std::vector<std::u32string> labels_of(std::string_view fact) {
  std::vector<std::u32string> labels;
  for (const FieldLabel& each : field_labels()) {
    if (each.fact == fact) labels.push_back(characters_of(each.label));
  }
  return labels;
}

// Where a label ends in a reading.
std::optional<std::size_t> after_label(std::u32string_view label, std::u32string_view reading) {
  const Alignment found = align(label, reading);
  const auto wrong = std::ranges::count(found.borne_out, false);
  if (wrong + static_cast<std::ptrdiff_t>(found.extra) > (label.size() >= kFuzzyFrom ? 1 : 0)) {
    return std::nullopt;
  }
  return found.end;
}

// A part of a reading: the value of a field.
struct Part {
  const Reading* reading = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;

  std::u32string_view text() const {
    return std::u32string_view(reading->characters).substr(begin, end - begin);
  }
  bool empty() const { return begin >= end; }
};

// What follows a label: up to a gap, for there another column begins. Names of two characters are
// set apart themselves.
Part value_from(const Reading& reading, std::size_t begin) {
  while (begin < reading.characters.size() && !is_print(reading.characters[begin])) ++begin;
  std::size_t end = begin;
  while (end < reading.characters.size() &&
         reading.gap_before(end) <= (end < begin + 2 ? 2 * kColumnGap : kColumnGap)) {
    ++end;
  }
  return {&reading, begin, end};
}

bool is_bracket(char32_t c) {
  return c == U'(' || c == U')';
}

// How many characters of a name follow, without a gap and ending in Han; `at(i)` is the i-th, and
// `gap(i)` what lies between it and the one before.
std::size_t touching(std::size_t most, const auto& at, const auto& gap) {
  std::size_t count = 0;
  bool bracket = false;
  for (std::size_t i = 0; i < most && (is_han(at(i)) || is_bracket(at(i))); ++i) {
    if (gap(i) > (bracket || is_bracket(at(i)) ? kBracketGap : kWordGap)) break;
    bracket = is_bracket(at(i));
    if (!bracket) count = i + 1;
  }
  return count;
}

// The part with the characters that touch it: they belong to what is printed there. A label may
// stand close before it, or the end of one.
Part with_what_touches(const Reading& reading, const Alignment& found,
                       const std::vector<std::u32string>& labels) {
  const std::u32string& all = reading.characters;
  const std::size_t before = touching(
      found.begin, [&](std::size_t i) { return all[found.begin - 1 - i]; },
      [&](std::size_t i) { return reading.gap_before(found.begin - i); });
  const std::size_t after = touching(
      all.size() - found.end, [&](std::size_t i) { return all[found.end + i]; },
      [&](std::size_t i) { return reading.gap_before(found.end + i); });
  const bool labelled = before > 0 && std::ranges::any_of(labels, [&](const auto& label) {
                          return label.back() == all[found.begin - 1];
                        });
  return {&reading, labelled ? found.begin : found.begin - before, found.end + after};
}

cv::Point2f along(const page::TextLine& row) {
  return {std::cos(row.slope_rad), std::sin(row.slope_rad)};
}

page::TextLine before(const page::TextLine& row, float reach) {
  page::TextLine place = row;
  place.length = reach * row.height;
  place.centre -= (row.length + place.length) / 2 * along(row);
  return place;
}

class Search {
 public:
  Search(RowReader& rows, std::string_view fact, const std::optional<std::string>& expected)
      : rows_(rows),
        labels_(labels_of(fact)),
        written_(expected),
        expected_(expected ? compared(characters_of(*expected)) : std::u32string()) {}

  std::optional<FieldFact> in(const page::TextLine& place) {
    std::vector<Reading> readings;
    for (std::size_t look = 0; look < RowReader::looks() && !settled(); ++look) {
      readings.push_back(rows_.read(place, look));
      const Reading& reading = readings.back();
      if (reading.characters.empty()) continue;
      const FieldFact seen =
          expected_.empty() ? told(value_from(reading, 0), 0) : held_against(readings);
      if (!found_ || seen.score > found_->score) found_ = seen;
    }
    return found_;
  }

  std::optional<FieldFact> find() {
    if (expected_.size() >= kFoundByItself) {
      by_itself();
      if (found_ && found_->score >= kAlike) return found_;
      found_.reset();
    }
    by_label();
    return found_;
  }

 private:
  // The rows that may hold the text by their length first, then the others; from top to bottom.
  std::vector<std::size_t> by_length() const {
    std::vector<std::size_t> order;
    const auto may_hold = [&](const page::TextLine& row) {
      const float characters = row.length / row.height;
      const auto length = static_cast<float>(expected_.size());
      return characters > kNarrowest * length && characters < kWidest * length + kLabelCharacters;
    };
    for (const bool fits : {true, false}) {
      for (std::size_t i = 0; i < rows_.rows().size(); ++i) {
        if (may_hold(rows_.rows()[i]) == fits) order.push_back(i);
      }
    }
    if (order.size() > kRowsRead) order.resize(kRowsRead);
    return order;
  }

  void by_itself() {
    std::size_t nearest = 0;
    for (const std::size_t row : by_length()) {
      const FieldFact seen = held_against({rows_.read(row)});
      if (!found_ || seen.score > found_->score) {
        found_ = seen;
        nearest = row;
      }
      if (found_->score >= kBorneOut) return;
    }
    if (found_ && found_->score >= kWorthALook) look_again(nearest);
  }

  void look_again(std::size_t row) {
    const page::TextLine place = widened(row);
    std::vector<Reading> readings{rows_.read(row)};
    for (std::size_t look = 0; look < RowReader::looks(); ++look) {
      readings.push_back(rows_.read(place, look));
      const FieldFact seen = held_against(readings);
      if (seen.score > found_->score) found_ = seen;
      if (found_->score >= kBorneOut) return;
    }
  }

  // The row made to hold the whole text: what begins or ends it may have been no row, or another.
  page::TextLine widened(std::size_t row) const {
    page::TextLine place = rows_.rows()[row];
    const auto& borne_out = align(expected_, rows_.read(row).characters).borne_out;
    const auto first = std::ranges::find(borne_out, true);
    if (first == borne_out.end()) return place;
    const auto last = std::find(borne_out.rbegin(), borne_out.rend(), true);
    const float before =
        kCharacterWidth * place.height * static_cast<float>(first - borne_out.begin());
    const float after =
        kCharacterWidth * place.height * static_cast<float>(last - borne_out.rbegin());
    place.length += before + after;
    place.centre += (after - before) / 2 * along(place);
    return place;
  }

  // The text in the readings of one row, told as the first of them has it.
  FieldFact held_against(const std::vector<Reading>& readings) const {
    std::vector<Alignment> alignments;
    std::size_t touching = expected_.size();
    for (const Reading& reading : readings) {
      alignments.push_back(align(expected_, reading.characters));
      const Part part = with_what_touches(reading, alignments.back(), labels_);
      touching = std::min(
          touching, part.end - part.begin - (alignments.back().end - alignments.back().begin));
    }
    const double alike = likeness(alignments) -
                         static_cast<double>(touching) / static_cast<double>(expected_.size());
    const auto fullest = static_cast<std::size_t>(
        std::ranges::max_element(
            alignments, {},
            [](const Alignment& each) { return std::ranges::count(each.borne_out, true); }) -
        alignments.begin());
    return told(with_what_touches(readings[fullest], alignments[fullest], labels_),
                std::clamp(alike, 0.0, 1.0));
  }

  FieldFact told(const Part& part, double score) const {
    const bool borne_out = written_ && score >= kBorneOut;
    return {.value = borne_out ? *written_ : utf8_of(part.text()),
            .expected = written_,
            .score = score,
            .box = part.reading->box_of(part.begin, part.end)};
  }

  void by_label() {
    const std::size_t count = std::min(kRowsRead, rows_.rows().size());
    for (const std::u32string& label : labels_) {
      for (std::size_t row = 0; row < count && !found_; ++row) {
        if (after_label(label, rows_.read(row).characters)) take_value(row, label);
      }
    }
    for (std::size_t row = 0; row < count && !found_; ++row) take_if_labelled_before(row);
  }

  // The value follows in the same row, is the row beside it, or too short to be one.
  void take_value(std::size_t row, const std::u32string& label) {
    take_after(rows_.rows()[row], label);
    if (settled()) return;
    if (const auto right = beside(row)) {
      for (std::size_t look = 0; look < RowReader::looks() && !settled(); ++look) {
        take(value_from(rows_.read(*right, look), 0));
      }
    } else {
      page::TextLine longer = rows_.rows()[row];
      const float reach = kValueReach * longer.height;
      longer.length += reach;
      longer.centre += reach / 2 * along(longer);
      take_after(longer, label);
    }
  }

  void take_after(const page::TextLine& place, const std::u32string& label) {
    for (std::size_t look = 0; look < RowReader::looks() && !settled(); ++look) {
      const Reading reading = rows_.read(place, look);
      const auto end = after_label(label, reading.characters);
      if (end) take(value_from(reading, *end));
    }
  }

  // The next row on the same line.
  std::optional<std::size_t> beside(std::size_t row) const {
    const page::TextLine& left = rows_.rows()[row];
    std::optional<std::size_t> nearest;
    float nearest_gap = kValueReach * left.height;
    for (std::size_t i = 0; i < rows_.rows().size(); ++i) {
      const page::TextLine& right = rows_.rows()[i];
      const cv::Point2f way = right.centre - left.centre;
      const float gap = way.dot(along(left)) - (left.length + right.length) / 2;
      const float across = std::abs(way.cross(along(left)));
      if (i == row || gap < 0 || gap > nearest_gap || across > left.height / 2) continue;
      nearest = i;
      nearest_gap = gap;
    }
    return nearest;
  }

  // Short labels are no rows of their own: 名称 stands to the left of the row that is the value.
  void take_if_labelled_before(std::size_t row) {
    const Reading& reading = rows_.read(row);
    if (reading.characters.size() < kFoundByItself || !may_be_a_value(reading.characters)) return;
    const bool short_label = std::ranges::any_of(
        labels_, [](const std::u32string& label) { return label.size() <= kFuzzyFrom; });
    if (!short_label) return;
    const Reading left = rows_.read(before(rows_.rows()[row], kLabelReach), 0);
    for (const std::u32string& label : labels_) {
      if (after_label(label, left.characters)) take(value_from(reading, 0));
    }
  }

  // The name of an organisation, or a day.
  static bool may_be_a_value(const std::u32string& text) {
    const bool digit = U'0' <= text.front() && text.front() <= U'9';
    return digit || (is_han(text.front()) && ends_as_a_name(text));
  }

  static bool ends_as_a_name(const std::u32string& text) {
    constexpr std::array<std::u32string_view, 12> kEnds{
        U"公司", U"中心", U"厂", U"店", U"部", U"院", U"局", U"社", U"所", U"会", U"校", U"行"};
    return std::ranges::any_of(kEnds, [&](std::u32string_view end) { return text.ends_with(end); });
  }

  void take(const Part& part) {
    // A single character that nobody expects is a scrap of something else.
    if (part.empty() || (expected_.empty() && part.end - part.begin < 2)) return;
    double score = 0;
    if (!expected_.empty()) {
      Part trimmed = part;
      // A name of a person ends where no Han follows: what the reader makes of a line or a seal.
      const Alignment found = align(expected_, part.text());
      const bool alone = found.begin == 0 && !continues(part, found.end);
      score = likeness(std::span(&found, 1)) * (alone ? 1 : 0.9);
      if (alone) trimmed.end = part.begin + found.end;
      const FieldFact seen = told(trimmed, score);
      if (!found_ || std::pair(seen.score, seen.value.size()) >
                         std::pair(found_->score, found_->value.size())) {
        found_ = seen;
      }
      return;
    }
    if (!found_) found_ = told(part, score);
  }

  static bool continues(const Part& part, std::size_t at) {
    return part.begin + at < part.end && is_han(part.reading->characters[part.begin + at]);
  }

  bool settled() const { return found_ && (expected_.empty() || found_->score >= kBorneOut); }

  RowReader& rows_;
  std::vector<std::u32string> labels_;
  std::optional<std::string> written_;
  std::u32string expected_;
  std::optional<FieldFact> found_;
};

}  // namespace

std::optional<FieldFact> field_of(RowReader& rows, std::string_view fact,
                                  const std::optional<std::string>& expected) {
  return Search(rows, fact, expected).find();
}

std::optional<FieldFact> field_in(RowReader& rows, const page::TextLine& row,
                                  const std::optional<std::string>& expected) {
  auto found = Search(rows, "", expected).in(row);
  if (!found || !expected || found->score >= kBorneOut) return found;
  // Another text is told as a whole: what it has in common with the one expected says nothing.
  const auto read = Search(rows, "", std::nullopt).in(row);
  found->value = found->score >= kBorneOutInPlace ? *expected : read->value;
  return found;
}

}  // namespace vermilion::pipeline::text
