#include "pipeline/perceptron.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>
#include <utility>

namespace vermilion::pipeline {
namespace {

constexpr std::string_view kMagic = "VPN1";
constexpr std::uint32_t kHiddenMax = 4096;

// Inputs below this are paper and its noise, and add nothing that matters; most of a window is.
constexpr float kNothing = 0.10F;

// Takes consecutive values off the front of the file.
template <class T>
std::vector<T> taken(std::span<const std::byte>& file, std::size_t count) {
  std::vector<T> values(count);
  std::memcpy(values.data(), file.data(), count * sizeof(T));
  file = file.subspan(count * sizeof(T));
  return values;
}

// hidden += input * weights. Twice as fast with eight lanes, where the processor has them; the sums
// are the same to the last bit, since every unit adds up its inputs in the same order and without
// fused operations. (The thread sanitizer cannot start a program that picks its functions so
// early.)
#if defined(__x86_64__) && !defined(__SANITIZE_THREAD__)
[[gnu::target_clones("avx2", "default")]]
#endif
void add_up(std::span<const float> input, const float* weights, float* hidden, std::size_t units) {
  for (std::size_t i = 0; i < input.size(); ++i) {
    const float value = input[i];
    if (value < kNothing) continue;
    const float* terms = weights + i * units;
    for (std::size_t unit = 0; unit < units; ++unit) hidden[unit] += value * terms[unit];
  }
}

}  // namespace

Result<Perceptron> Perceptron::parse(std::span<const std::byte> file, std::string_view name,
                                     std::uint32_t inputs, std::uint32_t classes) {
  const auto damaged = [&] {
    return tl::make_unexpected(
        Error{ErrorKind::ModelDamaged,
              fmt::format("the model {} has not the shape the program expects; restore it", name)});
  };
  constexpr std::size_t kHeader = kMagic.size() + sizeof(Shape);
  if (file.size() < kHeader || std::memcmp(file.data(), kMagic.data(), kMagic.size()) != 0) {
    return damaged();
  }
  file = file.subspan(kMagic.size());
  const auto sizes = taken<std::uint32_t>(file, 3);
  const Shape shape{sizes[0], sizes[1], sizes[2]};
  if (shape.inputs != inputs || shape.classes != classes || shape.hidden == 0 ||
      shape.hidden > kHiddenMax) {
    return damaged();
  }
  const std::size_t hidden = shape.hidden;
  if (file.size() != sizeof(float) * (hidden * inputs + hidden + hidden * classes + classes)) {
    return damaged();
  }
  auto input_weights = taken<float>(file, hidden * inputs);
  auto hidden_biases = taken<float>(file, hidden);
  auto output_weights = taken<float>(file, hidden * classes);
  auto output_biases = taken<float>(file, classes);
  return Perceptron(shape, std::move(input_weights), std::move(hidden_biases),
                    std::move(output_weights), std::move(output_biases));
}

Perceptron::Perceptron(Shape shape, std::vector<float> input_weights,
                       std::vector<float> hidden_biases, std::vector<float> output_weights,
                       std::vector<float> output_biases)
    : shape_(shape),
      input_weights_(std::move(input_weights)),
      hidden_biases_(std::move(hidden_biases)),
      output_weights_(std::move(output_weights)),
      output_biases_(std::move(output_biases)) {
  assert(input_weights_.size() == std::size_t{shape.inputs} * shape.hidden);
  assert(output_weights_.size() == std::size_t{shape.classes} * shape.hidden);
}

void Perceptron::classify(std::span<const float> input, std::span<float> scores) const {
  assert(input.size() == inputs() && scores.size() == classes());
  const std::size_t hidden_units = shape_.hidden;
  std::vector<float> hidden = hidden_biases_;
  add_up(input, input_weights_.data(), hidden.data(), hidden_units);
  std::ranges::copy(output_biases_, scores.begin());
  for (std::size_t h = 0; h < hidden_units; ++h) {
    if (hidden[h] <= 0) continue;
    const float* weights = &output_weights_[h * scores.size()];
    for (std::size_t c = 0; c < scores.size(); ++c) scores[c] += hidden[h] * weights[c];
  }
  const float highest = *std::ranges::max_element(scores);
  float sum = 0;
  for (const float score : scores) sum += std::exp(score - highest);
  const float log_sum = highest + std::log(sum);
  for (float& score : scores) score -= log_sum;
}

}  // namespace vermilion::pipeline
