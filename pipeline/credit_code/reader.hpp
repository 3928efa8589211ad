#pragma once

#include "pipeline/cost.hpp"
#include "pipeline/credit_code/glyph_net.hpp"
#include "pipeline/credit_code/line_reading.hpp"
#include "pipeline/credit_code/trained_reader.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"
#include "pipeline/qr/ladder.hpp"
#include "pipeline/readers/tesseract_reader.hpp"
#include "pipeline/report.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::pipeline::credit_code {

struct Reading {
  std::optional<CreditCodeFact> code;
  std::string printed;  // the line the code stands in, letter by letter; may hold look-alikes
  std::vector<CreditCodeFact> others;        // other valid codes that the picture shows
  std::optional<Misprint> misprint;          // where there is no code
  std::optional<ExpectedCodeFact> expected;  // where one is expected and a line was found
  std::string_view read_by =
      "none";  // "qr", "light", "trained", "tesseract": the dearest reader that was needed
};

// What a code is read from, and with what. Pointers to what the page owns; a reader that is null is
// not asked, nothing else may be. How sure the light and the trained reader must be is moved by
// those alone who draw how right they are against it.
struct Sources {
  const page::Pyramid* pyramid = nullptr;
  const page::Light* light = nullptr;
  const page::TextLines* lines = nullptr;
  std::span<const qr::Reading> symbols;
  const GlyphNet* net = nullptr;
  TrainedReader* trained = nullptr;
  readers::TesseractReader* tesseract = nullptr;
  Costs* costs = nullptr;  // the dear readers are accounted for apart
  double confidence_min = kConfidenceMin;
  double likelihood_min = kLikelihoodMin;
  std::string_view expected = {};  // the code of the order; empty: not known
};

// Reads the credit code of a page: from the QR symbols, held against the print; from the print by
// the light reader, once more without watermarks; by the trained one; by Tesseract, on the one line
// that looks most like a code. Each only where the one before found nothing that passes both check
// digits. Where another code than the expected one was read, or none, the trained reader says how
// likely the print shows the expected one.
Reading read(const Sources& sources);

}  // namespace vermilion::pipeline::credit_code
