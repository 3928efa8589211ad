#pragma once

#include "pipeline/readers/network.hpp"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace vermilion::pipeline::credit_code {

// What the trained reader sees: a line cut to this size, its capitals about 20 pixels high,
// standing to the left; with the mean and the deviation of its pixels taken out.
inline constexpr int kLineRows = 32;
inline constexpr int kLineColumns = 320;
inline constexpr float kLineCapitals = 20;

// What it answers for each of as many steps from left to right: nothing new, one of the digits and
// capitals, or something else, such as a Han character or a bracket.
inline constexpr int kLineSteps = kLineColumns / 4;
inline constexpr std::string_view kLineCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
inline constexpr std::size_t kLineBlank = 0;
inline constexpr std::size_t kLineOther = kLineCharacters.size() + 1;
inline constexpr std::size_t kLineClasses = kLineCharacters.size() + 2;

// Natural logarithms of the probabilities, kLineSteps x kLineClasses.
using LineSteps = cv::Mat_<float>;

// Reads a whole line at once, without cutting it into characters: what blur has run together and
// seals cover in part. The model "code_reader" of models/.
class LineNet {
 public:
  [[nodiscard]] static Result<LineNet> parse(std::span<const std::byte> file) {
    return readers::Network::parse(file, "code_reader").map([](readers::Network&& net) {
      return LineNet(std::move(net));
    });
  }

  explicit LineNet(readers::Network net) : net_(std::move(net)) {}

  // `line` is 8 bit, kLineRows x kLineColumns.
  [[nodiscard]] LineSteps read(const cv::Mat& line);

 private:
  readers::Network net_;
};

}  // namespace vermilion::pipeline::credit_code
