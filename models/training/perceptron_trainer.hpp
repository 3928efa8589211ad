#pragma once

#include "models/training/example.hpp"
#include "models/training/random.hpp"
#include "pipeline/perceptron.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace vermilion::models {

// The weights of a pipeline::Perceptron while they are being learnt.
struct Weights {
  pipeline::Perceptron::Shape shape;
  std::vector<float> input_weights;  // by input, then hidden unit
  std::vector<float> hidden_biases;
  std::vector<float> output_weights;  // by hidden unit, then class
  std::vector<float> output_biases;
};

Weights random_weights(pipeline::Perceptron::Shape shape, Random& random);

// As the program reads them; see pipeline/perceptron.hpp.
void write(const Weights& weights, const std::filesystem::path& file);
pipeline::Perceptron as_read(const Weights& weights);

// Learns by Adam on the cross entropy.
class Trainer {
 public:
  explicit Trainer(Weights& weights);

  // One pass over the examples in random order; gives the mean loss.
  double epoch(const std::vector<Example>& examples, float learning_rate, Random& random);

 private:
  struct Moments {
    std::vector<float> gradient;
    std::vector<float> first;
    std::vector<float> second;
  };

  double accumulate(const Example& example);
  void step(float learning_rate, int batch);

  Weights& weights_;
  std::vector<std::vector<float>*> parameters_;
  std::vector<Moments> moments_;
  std::int64_t steps_ = 0;
};

}  // namespace vermilion::models
