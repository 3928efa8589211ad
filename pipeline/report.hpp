#pragma once

#include "pipeline/finding.hpp"
#include "pipeline/measurement.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a scan turned out to be: plain values, no image library. `rules` judges a Report with the
// facts of an order; `rules/report_json` writes it down.
namespace vermilion::pipeline {

enum class ImageFormat : std::uint8_t { Jpeg, Png, Bmp };
std::string_view name(ImageFormat format);

// Where the effective resolution comes from, best first.
enum class ScaleSource : std::uint8_t {
  Page,        // the sheet has the proportions of A4
  Seal,        // the ring of a seal, taken as 40 mm: good to a tenth
  DensityTag,  // what the file says of itself: a hint
  Unknown,
};
std::string_view name(ScaleSource source);

struct ImageFact {
  ImageFormat format = ImageFormat::Jpeg;
  int width = 0;  // of the upright page, in pixels
  int height = 0;
  std::optional<double> dpi;  // effective, from a known length
  ScaleSource dpi_source = ScaleSource::Unknown;
  int rotation_deg = 0;  // clockwise turn that made the stored picture upright: 0, 90, 180, 270
  double skew_deg = 0;   // remaining slope of the text lines, positive when they fall to the right
  std::optional<Box> page_area;  // where the page lies in a screenshot; absent where it fills it

  friend bool operator==(const ImageFact&, const ImageFact&) = default;
};

// How well the page can be looked at. Absent values could not be measured (a blank page has no
// edges).
struct PageFact {
  std::optional<double> edge_spread_mm;        // 10-90 % rise of strong edges, median over the page
  std::optional<double> worst_edge_spread_mm;  // the same in the worst region with text
  double paper = 0;                            // brightness of the paper, 0-255
  double contrast = 0;                         // paper minus ink, 0-255
  double upscaling = 1;  // how many times the picture seems to have been enlarged
  double photo = 0;      // 0 flat scan … 1 photo by a camera
  bool cropped = false;  // printed matter runs over an edge of the picture

  friend bool operator==(const PageFact&, const PageFact&) = default;
};

enum class SealShape : std::uint8_t { Round, Oval, Square, Rectangle };
std::string_view name(SealShape shape);

// Whose seal it seems to be. A licence in colour carries its registrar's seal besides the holder's.
enum class SealRole : std::uint8_t { Unknown, Holder, Registrar };
std::string_view name(SealRole role);

struct SealFact {
  SealShape shape = SealShape::Round;
  SealRole role = SealRole::Unknown;
  Box box;
  double angle_deg = 0;                  // of the long axis or of the upper edge
  std::optional<double> diameter_mm;     // along the long axis; absent when the scale is unknown
  double redness = 0;                    // 0 grey … 1 fresh red ink
  double clarity = 0;                    // 0 lost … 1 as sharp as the resolution allows
  std::optional<double> edge_spread_mm;  // the measurement behind clarity
  double strength = 0;                   // darkness of the ink against the paper, 0 … 1
  double border = 0;                     // share of the rim that carries ink
  double smear = 0;                      // 0 crisp strokes … 1 strokes run together
  double cleanliness = 0;                // 1 no foreign marks inside or just around
  double background = 0;                 // tint of the paper around it, 0 white … 1
  double printed = 0;                    // 0 looks stamped … 1 looks printed; a hint only
  std::vector<std::string> covers;       // what lies beneath: "text", "credit_code"
  std::string picture;  // small, for pipeline/seal/likeness.hpp; empty unless the plan wants it

  friend bool operator==(const SealFact&, const SealFact&) = default;
};

// What the text of a code on our printed forms begins with. The rest is for those who print them.
inline constexpr std::string_view kFormCodePrefix = "VF";

struct QrFact {
  std::string text;  // UTF-8; GBK payloads are converted
  Box box;
  std::string read_by;  // the rung of the ladder that read it

  friend bool operator==(const QrFact&, const QrFact&) = default;
};

// Where a printed form lies on the page. The pipeline finds it where it was told what was printed.
struct FormPlacement {
  // Sheet in millimetres from its upper left corner -> pixels of the upright page, by rows; the
  // middle of the first pixel is (0, 0).
  std::array<double, 9> page_from_mm{};
  double residual_mm = 0;       // root mean square of what was measured on its lines and marks
  double worst_mm = 0;          // of a whole line or mark
  int marks = 0;                // corner marks seen, of four
  std::optional<double> scale;  // size it was printed in, 1 as it should be; absent: unknown

  friend bool operator==(const FormPlacement&, const FormPlacement&) = default;
};

// What the code on a printed form says. Reading it takes the rules and believing it a key, so the
// pipeline leaves it out: it is filled in where a scan is judged.
struct FormFact {
  std::string order;
  std::string project;
  std::string document;  // type
  int generation = 0;
  std::optional<bool> signature_ok;  // absent where no key was at hand
  std::optional<bool> facts_ok;      // it shows what the order says; absent where that is not known
  Box box;                           // of the code
  std::optional<FormPlacement> placement;

  friend bool operator==(const FormFact&, const FormFact&) = default;
};

enum class CodeSource : std::uint8_t { Ocr, Qr, Both };
std::string_view name(CodeSource source);

// Present only when both check digits hold; never a guess.
struct CreditCodeFact {
  std::string value;
  CodeSource source = CodeSource::Ocr;
  double confidence = 0;
  Box box;
  std::string read_by;                    // the dearest reader needed: "qr", "light", "tesseract"
  std::vector<std::string> alternatives;  // other valid codes seen on the page

  friend bool operator==(const CreditCodeFact&, const CreditCodeFact&) = default;
};

// How the page bears out the code a plan expects. Present only where one is expected and a line was
// looked at for it.
struct ExpectedCodeFact {
  std::string value;
  bool matches = false;        // it was read, or the print is likely enough to show exactly it
  double likelihood = 0;       // that the print shows exactly this code, 0 … 1
  double likelihood_read = 0;  // the same of the code that was read, or of what the line reads best
  Box box;                     // of the line this was measured on
  std::string read_by;         // whose measure it is: "qr", "light", "trained", "tesseract"

  friend bool operator==(const ExpectedCodeFact&, const ExpectedCodeFact&) = default;
};

// The kind of document the title names, e.g. "business_licence"; see pipeline/text/document_kind.
struct DocumentKindFact {
  std::string kind;
  std::string title;  // as read
  Box box;

  friend bool operator==(const DocumentKindFact&, const DocumentKindFact&) = default;
};

// What the page says in one of its fields, and how surely it was read.
struct FieldFact {
  std::string value;
  std::optional<std::string> expected;  // what the reader was asked to look for, if anything
  double score = 0;                     // 0 guess … 1 certain
  Box box;

  friend bool operator==(const FieldFact&, const FieldFact&) = default;
};

struct Facts {
  std::optional<PageFact> page;
  std::optional<std::vector<SealFact>> seals;  // absent: not asked for; empty: none found
  std::optional<std::vector<QrFact>> qr;
  std::optional<CreditCodeFact> credit_code;
  std::optional<ExpectedCodeFact> expected_code;
  std::optional<DocumentKindFact> document;
  std::optional<FormFact> form;
  std::map<std::string, FieldFact, std::less<>> fields;  // by fact: "organisation", "legal_person"

  friend bool operator==(const Facts&, const Facts&) = default;
};

// One product of the inspection, how often it was computed (once, or something is wrong) and what
// it cost.
struct StageCost {
  std::string stage;
  int runs = 0;
  std::int64_t cpu_ns = 0;

  friend bool operator==(const StageCost&, const StageCost&) = default;
};

// What the plan said that a report depends on besides the bytes, other than which checks to run.
struct Asked {
  std::size_t max_bytes = 0;                 // as Plan::max_bytes
  std::optional<std::string> expected_code;  // as Plan::expected_code

  friend bool operator==(const Asked&, const Asked&) = default;
};

struct Report {
  std::string file;    // as the caller named it
  std::string sha256;  // of the bytes, lower-case hexadecimal
  std::size_t bytes = 0;
  bool readable = false;           // false: refused before or by the decoder, see the findings
  std::optional<ImageFact> image;  // absent when not readable
  Facts facts;
  std::vector<Finding> findings;  // in the order of the plan's checks
  Asked asked;

  // By check, what it saw, also where nothing is wrong. Absent: the check did not look, since the
  // plan did not ask or there was no page.
  std::map<std::string, std::vector<Measurement>, std::less<>> measurements;

  std::vector<StageCost> costs;

  friend bool operator==(const Report&, const Report&) = default;
};

}  // namespace vermilion::pipeline
