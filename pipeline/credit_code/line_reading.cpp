#include "pipeline/credit_code/line_reading.hpp"

#include "pipeline/credit_code/decode.hpp"
#include "pipeline/credit_code/registration_number.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

namespace vermilion::pipeline::credit_code {
namespace {

// A line reads clearly enough to say that it is wrong when each character has about this
// probability.
constexpr double kClearForMisprint = 0.82;

// Geometric mean of the probabilities of the likeliest characters.
double clarity_of(const Run& run) {
  double log_probability = 0;
  for (const Glyph& glyph : run.glyphs) {
    log_probability +=
        static_cast<double>(*std::max_element(glyph.scores.begin(), glyph.scores.end() - 1));
  }
  return std::exp(log_probability / static_cast<double>(run.glyphs.size()));
}

// Letters and digits in a row that could be a code if two or three of them were read otherwise.
bool looks_issued(std::string_view printed) {
  const std::string code = normalise(printed);
  const auto fault = check(code);
  if (!fault && (fault.error() == Fault::Length || fault.error() == Fault::Alphabet ||
                 fault.error() == Fault::CitizenId || fault.error() == Fault::Region)) {
    return false;
  }
  // Bank cards of UnionPay begin with 62 and have up to 19 digits; so does a category hardly ever
  // issued.
  return category_is_known(code) && !code.starts_with("62");
}

bool is_citizen_id(std::string_view printed) {
  const auto checked = check(normalise(printed));
  return !checked && checked.error() == Fault::CitizenId;
}

bool is_registration_number(const Run& run) {
  std::string printed;
  for (const Glyph& glyph : run.glyphs) {
    const auto likeliest = std::max_element(glyph.scores.begin(), glyph.scores.end() - 1);
    printed += kGlyphs[static_cast<std::size_t>(likeliest - glyph.scores.begin())];
  }
  return registration_number::valid(normalise(printed));
}

Span span_of(const Run& run) {
  return {run.glyphs.front().span.begin, run.glyphs.back().span.end};
}

}  // namespace

Box box_of(Span span, const Lying& lying) {
  constexpr float kHalf = 0.6F;  // of the capitals: a little is left free above and below
  std::vector<cv::Point2f> corners;
  for (const int x : {span.begin, span.end}) {
    for (const float off : {-kHalf, kHalf}) {
      const cv::Vec2f at =
          lying.to_page * cv::Vec3f(static_cast<float>(x), lying.middle + off * lying.capitals, 1);
      corners.emplace_back(at[0], at[1]);
    }
  }
  const cv::Rect box = cv::boundingRect(corners);
  return {box.x, box.y, box.width, box.height};
}

LineReading reading_of(std::span<const Run> runs, const Lying& lying, double confidence_min) {
  LineReading reading;
  for (const Run& run : runs) {
    if (!run.counted && static_cast<int>(run.glyphs.size()) > reading.characters) {
      reading.characters = static_cast<int>(run.glyphs.size());
      reading.clarity = clarity_of(run);
    }
    reading.registration_number |= is_registration_number(run);
    const auto decoded = decode(run);
    if (!decoded) continue;
    reading.citizen_id |= is_citizen_id(decoded->printed);
    if (decoded->code) {
      if (decoded->confidence < confidence_min) continue;
      reading.code = CreditCodeFact{.value = *decoded->code,
                                    .source = CodeSource::Ocr,
                                    .confidence = decoded->confidence,
                                    .box = box_of(span_of(run), lying)};
      reading.printed = decoded->printed;
      reading.span = span_of(run);
      return reading;
    }
    if (!run.counted && decoded->clarity >= kClearForMisprint && looks_issued(decoded->printed)) {
      const auto checked = check(normalise(decoded->printed));
      reading.misprint = Misprint{decoded->printed, checked ? Fault::OuterCheck : checked.error(),
                                  box_of(span_of(run), lying)};
    }
  }
  return reading;
}

}  // namespace vermilion::pipeline::credit_code
