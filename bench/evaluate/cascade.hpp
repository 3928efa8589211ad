#pragma once

#include "bench/evaluate/inspections.hpp"

#include <span>
#include <string>
#include <vector>

// The readers of the credit code and the rungs of the QR ladder: each dearer one is asked only
// where those before it found nothing. How often is that, what does it bring, what does it cost?
namespace vermilion::evaluate {

struct Attempt {
  std::string by;
  int ran = 0;        // images it was asked for
  int gave = 0;       // of those: what was looked for came from it
  double cpu_ms = 0;  // of all its runs together

  double mean_ms() const { return ran == 0 ? 0 : cpu_ms / ran; }
};

// qr, light, trained, tesseract. The light one runs beside the QR symbol too, to hold the symbol
// against the print.
std::vector<Attempt> readers_of_codes(std::span<const Inspected> inspected);

// The rungs of the QR ladder, in order.
std::vector<Attempt> rungs_of_ladder(std::span<const Inspected> inspected);

// Everything the inspections account for, the dearest of all first; `gave` says nothing here.
std::vector<Attempt> stages_of(std::span<const Inspected> inspected);

// Of the whole CPU time of these inspections.
double share_pct(const Attempt& attempt, std::span<const Inspected> inspected);

void print_readers(const std::vector<Inspected>& inspected);
void print_rungs(const std::vector<Inspected>& inspected);
void print_stages(const std::vector<Inspected>& inspected);

}  // namespace vermilion::evaluate
