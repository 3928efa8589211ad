#include "pipeline/credit_code/reader.hpp"

#include "pipeline/credit_code/candidate_lines.hpp"
#include "pipeline/credit_code/code_in_text.hpp"
#include "pipeline/credit_code/expected_code.hpp"
#include "pipeline/credit_code/lattice.hpp"
#include "pipeline/limits.hpp"
#include "pipeline/page/gutter.hpp"
#include "pipeline/page/strip.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace vermilion::pipeline::credit_code {
namespace {

// A line reads clearly when each character has about this probability: clear enough that another
// reader would find nothing else in it.
constexpr double kClearForGood = 0.90;

// Of the dark print's lines a code was the fifth at most.
constexpr std::size_t kDarkLines = 8;

// A line is read again, or by Tesseract, when at least so many characters stand together in it.
constexpr int kCharactersOfCode = 11;
constexpr int kCharactersMax = 24;

// Print of fewer pixels no reader has read; Tesseract takes twenty milliseconds to read nothing.
constexpr float kReadableHeight = 6;

// What Tesseract reads carries no usable probability; a reading that passes both checks was right
// in every case measured, so it stands a little above what a person is asked about.
constexpr double kTesseractConfidence = 0.95;
constexpr double kQrConfidence = 0.999;

Box box_of(const std::array<cv::Point2f, 4>& corners) {
  const cv::Rect box = cv::boundingRect(std::vector<cv::Point2f>(corners.begin(), corners.end()));
  return {box.x, box.y, box.width, box.height};
}

cv::Point2f centre_of(const Box& box) {
  return {static_cast<float>(box.x) + static_cast<float>(box.width) / 2,
          static_cast<float>(box.y) + static_cast<float>(box.height) / 2};
}

// The part of a line that a box covers.
page::TextLine line_of(const Box& box, const page::TextLine& line) {
  page::TextLine part = line;
  part.centre = centre_of(box);
  part.length = static_cast<float>(box.width) / std::cos(line.slope_rad);
  return part;
}

LineReading read_line(const Sources& sources, const page::TextLine& line) {
  const page::Strip strip = page::strip_of(*sources.pyramid, line);
  const std::vector<Piece> pieces = pieces_of(strip.darkness);
  return reading_of(runs_of(strip.darkness, pieces, *sources.net),
                    {.to_page = strip.to_page,
                     .middle = static_cast<float>(strip.darkness.rows) / 2,
                     .capitals = page::kStripCharacterHeight},
                    sources.confidence_min);
}

class PageReader {
 public:
  explicit PageReader(const Sources& sources) : sources_(sources) {}

  Reading read() {
    if (const auto from_symbol = code_of_symbols()) {
      confirm(*from_symbol);
    } else {
      search();
    }
    if (reading_.code) {
      look_beyond_the_gutter();
      for (const CreditCodeFact& other : reading_.others)
        reading_.code->alternatives.push_back(other.value);
    }
    if (!expected().empty()) hold_against_expected();
    return std::move(reading_);
  }

 private:
  // The first symbol's; what other symbols hold is kept beside it.
  std::optional<CreditCodeFact> code_of_symbols() {
    std::optional<CreditCodeFact> first;
    for (const qr::Reading& symbol : sources_.symbols) {
      const auto code = code_in(symbol.symbol.text);
      if (!code) continue;
      const CreditCodeFact held{.value = *code,
                                .source = CodeSource::Qr,
                                .confidence = kQrConfidence,
                                .box = box_of(symbol.symbol.corners)};
      if (first) {
        add_other(*first, held);
      } else {
        first = held;
      }
    }
    return first;
  }

  void add_other(const CreditCodeFact& code, const CreditCodeFact& other) {
    const bool known = other.value == code.value ||
                       std::ranges::find(reading_.others, other.value, &CreditCodeFact::value) !=
                           reading_.others.end();
    if (!known) reading_.others.push_back(other);
  }

  // Where the picture seems to show two documents, the other one is read too; by the trained reader
  // only where they stand side by side, which paragraphs of one page do not.
  void look_beyond_the_gutter() {
    const auto gutter = page::gutter_of(*sources_.lines, sources_.pyramid->luma(0).size());
    if (!gutter) return;
    const cv::Point2f here = centre_of(reading_.code->box);
    for (const page::TextLine& line : likely_lines(*sources_.lines)) {
      if (gutter->same_side(here, line.centre) || !as_high_as_the_code(line)) continue;
      const LineReading read = read_line(sources_, line);
      if (!read.code) continue;
      add_other(*reading_.code, *read.code);
      return;
    }
    const bool asked = sources_.trained == nullptr || reading_.read_by == "trained";
    if (gutter->upright && !asked && reading_.others.empty()) ask_beyond(*gutter, here);
  }

  // Two documents in one picture are printed about as large.
  bool as_high_as_the_code(const page::TextLine& line) const {
    constexpr float kLarger = 1.4F;
    return !code_line_ || (line.height < kLarger * code_line_->height &&
                           line.height * kLarger > code_line_->height);
  }

  void ask_beyond(const page::Gutter& gutter, cv::Point2f here) {
    const cv::Rect there = gutter.beyond(here, sources_.pyramid->luma(0).size());
    const TrainedReading found = sources_.costs->measure(
        "other document", [&] { return sources_.trained->read_part(*sources_.pyramid, there); });
    if (found.line) add_other(*reading_.code, *found.line->code);
    for (const CreditCodeFact& other : found.others) add_other(*reading_.code, other);
  }

  void confirm(CreditCodeFact code) {
    reading_.read_by = "qr";
    const Lines lines = likely_lines(*sources_.lines);
    if (!confirm(code, first_of(lines)) && !confirm(code, without(dark_lines(), lines)))
      confirm(code, others_of(lines));
    reading_.code = std::move(code);
  }

  // Does a line say anything about the code, for it or against it?
  bool confirm(CreditCodeFact& code, std::span<const page::TextLine> lines) {
    for (const page::TextLine& line : lines) {
      const LineReading read = read_line(sources_, line);
      if (read.misprint && !reading_.misprint) reading_.misprint = read.misprint;
      if (!read.code) continue;
      if (read.code->value == code.value) {
        code.source = CodeSource::Both;
        code.box = read.code->box;
        code_line_ = line;
        reading_.printed = read.printed;
      } else {
        add_other(code, *read.code);
      }
      return true;
    }
    return reading_.misprint.has_value();
  }

  void search() {
    const Lines lines = likely_lines(*sources_.lines);
    search(first_of(lines));
    if (!reading_.code && !reading_.misprint) search(without(dark_lines(), settled_));
    if (!reading_.code) search(without(others_of(lines), settled_));
    if (reading_.code) return;
    if (sources_.trained != nullptr && may_show_a_code()) ask_trained_reader();
    if (reading_.code || reading_.misprint) return;
    if (sources_.tesseract != nullptr && is_worth_another_look()) ask_tesseract(unclear_.line);
  }

  Lines dark_lines() const {
    Lines lines =
        likely_lines(page::text_lines_of(*sources_.pyramid, *sources_.light, page::Print::Dark));
    lines.resize(std::min(kDarkLines, lines.size()));
    return lines;
  }

  // A page with an ID number and no other line that could be a code is somebody's identity card.
  bool may_show_a_code() const {
    return !citizen_id_ || reading_.misprint || unclear_.characters >= kCharactersOfCode;
  }

  bool is_worth_another_look() const {
    return unclear_.characters >= kCharactersOfCode && unclear_.line.height >= kReadableHeight &&
           !is_settled();
  }

  // Did the trained reader see a registration number where the light one was unclear?
  bool is_settled() const {
    return std::ranges::any_of(numbers_, [&](const page::TextLine& number) {
      return number.bounds().contains(unclear_.line.centre);
    });
  }

  void ask_trained_reader() {
    auto [found, others, sighting, numbers] = sources_.costs->measure("trained reader", [&] {
      return sources_.trained->read_for(*sources_.pyramid, expected(), sources_.likelihood_min);
    });
    sighting_ = sighting;
    numbers_ = std::move(numbers);
    if (!found) return;
    // Against a print that looks wrong only a print that is right as it stands will do.
    if (reading_.misprint && normalise(found->printed) != found->code->value) return;
    reading_.misprint.reset();
    reading_.code = std::move(found->code);
    reading_.printed = std::move(found->printed);
    reading_.read_by = "trained";
    for (const CreditCodeFact& other : others) add_other(*reading_.code, other);
  }

  void search(std::span<const page::TextLine> lines) {
    for (const page::TextLine& line : lines) {
      LineReading found = read_line(sources_, line);
      if (found.code) {
        reading_.code = std::move(found.code);
        reading_.printed = std::move(found.printed);
        reading_.read_by = "light";
        code_line_ = line;
        reading_.misprint.reset();
        return;
      }
      if (found.misprint && !reading_.misprint) reading_.misprint = std::move(found.misprint);
      citizen_id_ |= found.citizen_id;
      if (found.characters < kCharactersOfCode || found.registration_number)
        settled_.push_back(line);
      // What reads clearly and is no code needs no second opinion.
      const bool unclear = found.clarity < kClearForGood && found.characters <= kCharactersMax &&
                           !found.registration_number;
      if (unclear && found.characters > unclear_.characters) unclear_ = {line, found.characters};
    }
  }

  // Empty: none, or none that can be held against anything.
  std::string_view expected() const {
    return may_be_expected(sources_.expected) ? sources_.expected : std::string_view{};
  }

  void hold_against_expected() {
    if (reading_.code && reading_.code->value == expected()) {
      reading_.expected = agreeing(*reading_.code, reading_.read_by);
      return;
    }
    if (reading_.code && !sighting_ && sources_.trained != nullptr) look_again(*reading_.code);
    if (!sighting_) return;
    const bool nothing_read = !reading_.code && !reading_.misprint;
    reading_.expected = borne_out(expected(), {nothing_read, *sighting_});
  }

  // Before a code is said to differ: at its line, or, where only a symbol holds it, all over.
  void look_again(const CreditCodeFact& code) {
    sighting_ = sources_.costs->measure("expected code", [&] {
      if (!code_line_) return look_all_over(code);
      return sources_.trained->look_again(*sources_.pyramid, line_of(code.box, *code_line_),
                                          expected(), code.value);
    });
  }

  std::optional<Sighting> look_all_over(const CreditCodeFact& code) const {
    TrainedReading found =
        sources_.trained->read_for(*sources_.pyramid, expected(), sources_.likelihood_min);
    // The print shows something else than the symbol.
    const bool contradicts = found.line && found.line->code->value != code.value;
    if (contradicts && found.expected) found.expected->likelihood_read = 0;
    return found.expected;
  }

  void ask_tesseract(const page::TextLine& line) {
    const page::Strip strip = page::strip_of(*sources_.pyramid, line);
    cv::Mat grey;
    cv::subtract(cv::Scalar(255), strip.darkness, grey);
    const auto text = sources_.costs->measure("tesseract", [&] {
      return sources_.tesseract->read(grey, readers::TesseractReader::Layout::Line);
    });
    if (!text) return;
    const auto code = code_in_spaced(*text);
    if (!code) return;
    const cv::Rect2f box = line.bounds();
    reading_.code =
        CreditCodeFact{.value = *code,
                       .source = CodeSource::Ocr,
                       .confidence = kTesseractConfidence,
                       .box = {static_cast<int>(box.x), static_cast<int>(box.y),
                               static_cast<int>(box.width), static_cast<int>(box.height)}};
    reading_.printed = *code;
    reading_.read_by = "tesseract";
  }

  // The line that looks most like a code and does not read clearly.
  struct Unclear {
    page::TextLine line;
    int characters = 0;
  };

  const Sources& sources_;
  Reading reading_;
  std::optional<page::TextLine> code_line_;  // in which the light reader read it
  std::optional<Sighting> sighting_;         // of the expected code
  Unclear unclear_;
  bool citizen_id_ = false;              // a line shows one
  std::vector<page::TextLine> settled_;  // lines known to show no code
  std::vector<page::TextLine> numbers_;  // lines on which the trained reader saw another number
};

}  // namespace

Reading read(const Sources& sources) {
  return PageReader(sources).read();
}

}  // namespace vermilion::pipeline::credit_code
