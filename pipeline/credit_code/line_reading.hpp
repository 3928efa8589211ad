#pragma once

#include "pipeline/credit_code/credit_code.hpp"
#include "pipeline/credit_code/lattice.hpp"
#include "pipeline/report.hpp"

#include <opencv2/core/matx.hpp>

#include <optional>
#include <span>
#include <string>

namespace vermilion::pipeline::credit_code {

// A line that reads clearly as a credit code and is none.
struct Misprint {
  std::string printed;
  Fault fault = Fault::OuterCheck;
  Box box;
};

// What the characters of one line say about the code.
struct LineReading {
  std::optional<CreditCodeFact> code;
  std::string printed;  // letter by letter; may hold look-alikes. Only with a code
  Span span;            // of the code, in pixels of the picture that was read
  std::optional<Misprint> misprint;
  bool citizen_id = false;           // a run is a valid citizen ID number
  bool registration_number = false;  // a run is a valid one, which stood where codes stand now
  int characters = 0;                // in the longest run ...
  double clarity = 0;  // ... and how clearly they read, for the choice of a line for Tesseract
};

// Where on the page the picture of a line lies that was read.
struct Lying {
  cv::Matx23f to_page;  // from its pixels to those of the page
  float middle = 0;     // row of the middle of its characters
  float capitals = 0;   // their height
};

// What a span of the picture covers on the page.
Box box_of(Span span, const Lying& lying);

// A code must be this likely against every other reading of the line. Of 3,000 drawn ones at low
// resolution two were wrong, at 0.03 and less; right ones that are less likely are left to the next
// reader.
inline constexpr double kConfidenceMin = 0.2;

LineReading reading_of(std::span<const Run> runs, const Lying& lying,
                       double confidence_min = kConfidenceMin);

}  // namespace vermilion::pipeline::credit_code
