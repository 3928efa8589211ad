#pragma once

#include "pipeline/credit_code/lattice.hpp"

#include <optional>
#include <string>

namespace vermilion::pipeline::credit_code {

// What a run of eighteen characters says.
struct Decoded {
  // The likeliest character at each place; a letter the alphabet lacks only where its digit is
  // ruled out.
  std::string printed;
  double clarity = 0;  // geometric mean of their probabilities: how clearly the line reads
  std::optional<std::string> code;  // passes both checks; absent when none does within the bound
  double confidence = 0;            // probability of the code against every other reading
};

// Finds the code that satisfies the structure and both check digits and deviates least from what
// was read. It may deviate only where the classifier was nearly undecided between two characters: a
// free search would turn a quarter to a half of wrongly printed codes into somebody else's valid
// one. Runs of any other length than eighteen say nothing: a window sliding inside a longer run
// finds a passing code by chance.
std::optional<Decoded> decode(const Run& run);

}  // namespace vermilion::pipeline::credit_code
