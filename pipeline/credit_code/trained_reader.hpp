#pragma once

#include "pipeline/credit_code/line_net.hpp"
#include "pipeline/credit_code/line_reading.hpp"
#include "pipeline/credit_code/localiser.hpp"
#include "pipeline/page/pyramid.hpp"

#include <optional>

namespace vermilion::pipeline::credit_code {

// What was read must be at least this likely to be exactly the code, in natural logarithms: 0.22.
// Calibrated on pages neither trained nor tuned on: models/README.md, "How sure the trained reader
// must be".
inline constexpr double kLikelihoodMin = -1.5;

// Reads codes that the light reader does not: small, blurred, pale, stamped over, on photos and on
// pages that lie any way up. Costs two to five decodes, so it is asked last but for Tesseract. Not
// to be shared between threads.
class TrainedReader {
 public:
  TrainedReader(Localiser localiser, LineNet lines)
      : localiser_(std::move(localiser)), lines_(std::move(lines)) {}

  // A code, or nothing: what it reads unclearly it does not report.
  [[nodiscard]] std::optional<LineReading> read(const page::Pyramid& pyramid,
                                                double likelihood_min = kLikelihoodMin);

 private:
  Localiser localiser_;
  LineNet lines_;
};

}  // namespace vermilion::pipeline::credit_code
