#pragma once

#include "pipeline/error.hpp"

#include <opencv2/core/mat.hpp>

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace vermilion::pipeline::readers {

// A convolutional network, run by OpenCV on one thread. Not to be shared: an answer is worked out
// in buffers of its own.
class Network {
 public:
  // `file` is ONNX, as the programs of models/ write it, and is taken for what the manifest says it
  // is: what it holds is not checked beyond what OpenCV can import.
  [[nodiscard]] static Result<Network> parse(std::span<const std::byte> file,
                                             std::string_view name);

  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  // One channel of 32 bit floats in. Another size than the last costs a fifth more. The answer is a
  // blob of four dimensions, its first 1; it is overwritten by the next.
  [[nodiscard]] cv::Mat answer(const cv::Mat& picture);

 private:
  struct Layers;
  explicit Network(std::unique_ptr<Layers> layers);
  std::unique_ptr<Layers> layers_;
};

// The picture with its mean taken out and divided by its deviation, as the networks learnt to see
// it. `floor` keeps what shows nothing from becoming noise.
[[nodiscard]] cv::Mat standardised(const cv::Mat& picture, double floor);

}  // namespace vermilion::pipeline::readers
