#include "bench/calibrate/tally.hpp"

#include <cassert>

namespace vermilion::calibrate {

void Tally::add(const std::vector<bool>& answers) {
  assert(answers.size() == hits_.size());
  for (std::size_t i = 0; i < hits_.size(); ++i) hits_[i] += answers[i] ? 1 : 0;
  ++scans_;
}

double Tally::share(std::size_t value) const {
  return scans_ == 0 ? 0 : static_cast<double>(hits_[value]) / scans_;
}

}  // namespace vermilion::calibrate
