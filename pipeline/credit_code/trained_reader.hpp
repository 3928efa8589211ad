#pragma once

#include "pipeline/credit_code/line_net.hpp"
#include "pipeline/credit_code/line_reading.hpp"
#include "pipeline/credit_code/localiser.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace vermilion::pipeline::credit_code {

// What was read must be at least this likely to be exactly the code, in natural logarithms: 0.22.
// Calibrated on pages neither trained nor tuned on: models/README.md, "How sure the trained reader
// must be".
inline constexpr double kLikelihoodMin = -1.5;

// What the line that agrees best with an expected code shows.
struct Sighting {
  double likelihood = 0;       // that it shows exactly the expected code
  double likelihood_read = 0;  // the same of the code that was read, or of what it reads best
  Box box;
};

struct TrainedReading {
  std::optional<LineReading> line;      // with a code; what is read unclearly is not reported
  std::vector<CreditCodeFact> others;   // codes on the other lines found
  std::optional<Sighting> expected;     // where a code is expected and a line was found
  std::vector<page::TextLine> numbers;  // lines that show a registration number
};

// Reads codes that the light reader does not: small, blurred, pale, stamped over, on photos and on
// pages that lie any way up. Costs two to five decodes, so it is asked last but for Tesseract. Not
// to be shared between threads.
class TrainedReader {
 public:
  TrainedReader(Localiser localiser, LineNet lines)
      : localiser_(std::move(localiser)), lines_(std::move(lines)) {}

  // A code, or nothing: what it reads unclearly it does not report.
  [[nodiscard]] std::optional<LineReading> read(const page::Pyramid& pyramid,
                                                double likelihood_min = kLikelihoodMin) {
    return read_for(pyramid, {}, likelihood_min).line;
  }

  // The same, and how likely the lines it read on the way show the expected code; empty: none is.
  [[nodiscard]] TrainedReading read_for(const page::Pyramid& pyramid, std::string_view expected,
                                        double likelihood_min = kLikelihoodMin);

  // What a part of the page shows, of which the pixels are given.
  [[nodiscard]] TrainedReading read_part(const page::Pyramid& pyramid, const cv::Rect& part);

  // How likely a line on which another reader read a code shows the expected one. Costs a tenth of
  // a search, since the place is known.
  [[nodiscard]] std::optional<Sighting> look_again(const page::Pyramid& pyramid,
                                                   const page::TextLine& line,
                                                   std::string_view expected,
                                                   std::string_view read);

 private:
  Localiser localiser_;
  LineNet lines_;
};

}  // namespace vermilion::pipeline::credit_code
