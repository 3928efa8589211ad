#pragma once

#include "bench/evaluate/claims.hpp"
#include "bench/evaluate/inspections.hpp"

#include <optional>
#include <string>
#include <vector>

// What anyone, the pipeline or a peer, reads from the labelled images, and how it holds against the
// labels.
namespace vermilion::evaluate {

struct Reading {
  std::vector<std::string> symbols = {};  // texts of QR symbols
  std::optional<std::string> code = {};
  bool from_print = false;  // where the code stood
  double cpu_ms = 0;
};

Reading reading_of(const Inspected& inspected);

// One of an image each, in the order of the labels.
struct Readings {
  std::vector<Reading> licences;
  std::vector<Reading> no_code;  // licences that show none
  std::vector<Reading> symbols;  // images of QR symbols; empty: not asked
};

// The second is asked about an image only where the first read nothing that was looked for: no
// code, or no symbol. It costs what was asked.
Readings chain(const Readings& first, const Readings& second);

// The labels, side by side with Readings.
struct Truths {
  std::vector<std::string> codes;
  std::vector<std::string> symbols;  // empty: nobody knows the text
};

struct Standing {
  Claims claims = {};
  int from_print = 0;                   // codes claimed on licences that show none: from print ...
  int from_symbol = 0;                  // ... and from a symbol, which may be right
  std::optional<int> decoded = {};      // symbols of any text; absent: not asked
  std::optional<int> as_labelled = {};  // with the text of the label in them
  double cpu_ms = 0;                    // mean over the licences that show a code
  double cpu_ms_p95 = 0;
};

Standing standing_of(const Readings& readings, const Truths& truths);

}  // namespace vermilion::evaluate
