#include "models/training/perceptron_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>

namespace vermilion::models {
namespace {

constexpr int kBatch = 64;

// A little of the probability goes to every class, so that the net does not learn to be certain:
// its doubt is what decides whether a reading may deviate.
constexpr float kSmoothing = 0.02F;

std::vector<float> normal(std::size_t count, double deviation, Random& random) {
  std::vector<float> values(count);
  for (float& value : values) {
    // Box-Muller, so that the weights do not depend on the standard library.
    const double u = std::max(uniform(random, 0, 1), 1e-12);
    value = static_cast<float>(deviation * std::sqrt(-2 * std::log(u)) *
                               std::cos(2 * M_PI * uniform(random, 0, 1)));
  }
  return values;
}

}  // namespace

Weights random_weights(pipeline::Perceptron::Shape shape, Random& random) {
  return {.shape = shape,
          .input_weights = normal(std::size_t{shape.inputs} * shape.hidden,
                                  std::sqrt(2.0 / shape.inputs), random),
          .hidden_biases = std::vector<float>(shape.hidden, 0),
          .output_weights = normal(std::size_t{shape.hidden} * shape.classes,
                                   std::sqrt(2.0 / shape.hidden), random),
          .output_biases = std::vector<float>(shape.classes, 0)};
}

void write(const Weights& weights, const std::filesystem::path& path) {
  std::ofstream file(path, std::ios::binary);
  file.write("VPN1", 4);
  for (const std::uint32_t size :
       {weights.shape.inputs, weights.shape.hidden, weights.shape.classes}) {
    file.write(reinterpret_cast<const char*>(&size), sizeof size);
  }
  for (const auto* values : {&weights.input_weights, &weights.hidden_biases,
                             &weights.output_weights, &weights.output_biases}) {
    file.write(reinterpret_cast<const char*>(values->data()),
               static_cast<std::streamsize>(values->size() * sizeof(float)));
  }
}

pipeline::Perceptron as_read(const Weights& weights) {
  return {weights.shape, weights.input_weights, weights.hidden_biases, weights.output_weights,
          weights.output_biases};
}

Trainer::Trainer(Weights& weights)
    : weights_(weights),
      parameters_{&weights.input_weights, &weights.hidden_biases, &weights.output_weights,
                  &weights.output_biases} {
  for (const auto* values : parameters_) {
    const std::vector<float> zero(values->size(), 0);
    moments_.push_back({zero, zero, zero});
  }
}

double Trainer::accumulate(const Example& example) {
  const std::size_t hidden = weights_.shape.hidden;
  const std::size_t classes = weights_.shape.classes;
  std::vector<float> activation = weights_.hidden_biases;
  for (std::size_t i = 0; i < example.input.size(); ++i) {
    if (example.input[i] < 6) continue;
    const float ink = static_cast<float>(example.input[i]) / 255;
    const float* weights = &weights_.input_weights[i * hidden];
    for (std::size_t h = 0; h < hidden; ++h) activation[h] += ink * weights[h];
  }
  for (float& value : activation) value = std::max(value, 0.0F);
  std::vector<float> error = weights_.output_biases;
  for (std::size_t h = 0; h < hidden; ++h) {
    if (activation[h] == 0) continue;
    for (std::size_t c = 0; c < classes; ++c)
      error[c] += activation[h] * weights_.output_weights[h * classes + c];
  }
  const float highest = *std::ranges::max_element(error);
  float sum = 0;
  for (float& value : error) sum += value = std::exp(value - highest);
  for (float& value : error) value /= sum;
  const double loss = -std::log(std::max(error[example.label], 1e-9F));
  for (std::size_t c = 0; c < classes; ++c) {
    error[c] -=
        (c == example.label ? 1 - kSmoothing : 0) + kSmoothing / static_cast<float>(classes);
  }
  std::vector<float> back(hidden, 0);
  for (std::size_t h = 0; h < hidden; ++h) {
    if (activation[h] == 0) continue;
    for (std::size_t c = 0; c < classes; ++c) {
      back[h] += error[c] * weights_.output_weights[h * classes + c];
      moments_[2].gradient[h * classes + c] += activation[h] * error[c];
    }
  }
  for (std::size_t c = 0; c < classes; ++c) moments_[3].gradient[c] += error[c];
  for (std::size_t h = 0; h < hidden; ++h) moments_[1].gradient[h] += back[h];
  for (std::size_t i = 0; i < example.input.size(); ++i) {
    if (example.input[i] < 6) continue;
    const float ink = static_cast<float>(example.input[i]) / 255;
    float* gradient = &moments_[0].gradient[i * hidden];
    for (std::size_t h = 0; h < hidden; ++h) gradient[h] += ink * back[h];
  }
  return loss;
}

void Trainer::step(float learning_rate, int batch) {
  constexpr float kFirst = 0.9F;
  constexpr float kSecond = 0.999F;
  ++steps_;
  const auto t = static_cast<float>(steps_);
  const float first_bias = 1 - std::pow(kFirst, t);
  const float second_bias = 1 - std::pow(kSecond, t);
  for (std::size_t p = 0; p < parameters_.size(); ++p) {
    auto& values = *parameters_[p];
    auto& [gradient, first, second] = moments_[p];
    for (std::size_t i = 0; i < values.size(); ++i) {
      const float g = gradient[i] / static_cast<float>(batch);
      first[i] = kFirst * first[i] + (1 - kFirst) * g;
      second[i] = kSecond * second[i] + (1 - kSecond) * g * g;
      values[i] -=
          learning_rate * (first[i] / first_bias) / (std::sqrt(second[i] / second_bias) + 1e-7F);
    }
    std::ranges::fill(gradient, 0.0F);
  }
}

double Trainer::epoch(const std::vector<Example>& examples, float learning_rate, Random& random) {
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  double loss = 0;
  int batch = 0;
  for (const std::size_t index : order) {
    loss += accumulate(examples[index]);
    if (++batch == kBatch) {
      step(learning_rate, batch);
      batch = 0;
    }
  }
  return loss / static_cast<double>(examples.size());
}

}  // namespace vermilion::models
