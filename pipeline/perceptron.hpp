#pragma once

#include "pipeline/error.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace vermilion::pipeline {

// A perceptron with one hidden layer of rectified units: the small classifiers that models/ trains
// in minutes and that cost microseconds. Immutable and safe to share between threads.
class Perceptron {
 public:
  struct Shape {
    std::uint32_t inputs = 0;
    std::uint32_t hidden = 0;
    std::uint32_t classes = 0;
  };

  // As the training programs write it: "VPN1", the three sizes as 32-bit integers, then 32-bit
  // floats: input weights by input, hidden biases, output weights by hidden unit, output biases;
  // all little-endian. Another number of inputs or classes than expected is a damaged model.
  [[nodiscard]] static Result<Perceptron> parse(std::span<const std::byte> file,
                                                std::string_view name, std::uint32_t inputs,
                                                std::uint32_t classes);

  Perceptron(Shape shape, std::vector<float> input_weights, std::vector<float> hidden_biases,
             std::vector<float> output_weights, std::vector<float> output_biases);

  // Natural logarithms of the probabilities of each class. `input` has inputs() values, most of
  // them 0 as a rule: those cost nothing. `scores` has classes() values.
  void classify(std::span<const float> input, std::span<float> scores) const;

  std::size_t inputs() const { return shape_.inputs; }
  std::size_t classes() const { return shape_.classes; }

 private:
  Shape shape_;
  std::vector<float> input_weights_;
  std::vector<float> hidden_biases_;
  std::vector<float> output_weights_;
  std::vector<float> output_biases_;
};

}  // namespace vermilion::pipeline
