#pragma once

#include "bench/evaluate/claims.hpp"
#include "bench/evaluate/inspections.hpp"

#include <vector>

// The licences lying each of four ways: does it matter how a page was put into the scanner?
namespace vermilion::evaluate {

struct TurnFigures {
  int clockwise_deg = 0;
  Claims claims = {};
  int no_code = 0;     // licences that show none
  int from_print = 0;  // of those: a code claimed from print
  int as_png = 0;      // files that could not stay the JPEG they were
  int not_turned = 0;  // left out: neither JPEG nor PNG, or damaged
  std::vector<double> cpu_ms = {};

  void count(const Inspected& licence);
};

// Every licence at 0 degrees as its file is, and turned clockwise by 90, 180 and 270.
std::vector<TurnFigures> figures_by_turn(pipeline::Inspector& inspector, Inspections& inspections);

void print_turns(const std::vector<TurnFigures>& turns);

}  // namespace vermilion::evaluate
