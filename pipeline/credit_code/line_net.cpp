#include "pipeline/credit_code/line_net.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace vermilion::pipeline::credit_code {
namespace {

constexpr double kDeviationFloor = 8;  // as it learnt; see models/training/train_reader.py

void to_log_probabilities(float* scores) {
  float* const end = scores + kLineClasses;
  const float highest = *std::max_element(scores, end);
  float sum = 0;
  for (const float* score = scores; score != end; ++score) sum += std::exp(*score - highest);
  const float log_sum = highest + std::log(sum);
  for (float* score = scores; score != end; ++score) *score -= log_sum;
}

}  // namespace

LineSteps LineNet::read(const cv::Mat& line) {
  assert(line.rows == kLineRows && line.cols == kLineColumns);
  const cv::Mat answer = net_.answer(readers::standardised(line, kDeviationFloor));
  assert(answer.total() == kLineSteps * kLineClasses);
  const cv::Mat by_class(static_cast<int>(kLineClasses), kLineSteps, CV_32F, answer.data);
  LineSteps steps = by_class.t();
  for (int step = 0; step < steps.rows; ++step) to_log_probabilities(steps[step]);
  return steps;
}

}  // namespace vermilion::pipeline::credit_code
