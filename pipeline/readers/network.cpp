#include "pipeline/readers/network.hpp"

#include <fmt/format.h>
#include <opencv2/dnn.hpp>

#include <array>
#include <cassert>

namespace vermilion::pipeline::readers {

struct Network::Layers {
  cv::dnn::Net net;
};

Network::Network(std::unique_ptr<Layers> layers) : layers_(std::move(layers)) {}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

Result<Network> Network::parse(std::span<const std::byte> file, std::string_view name) {
  const auto damaged = [&](std::string_view why) {
    return tl::make_unexpected(Error{
        ErrorKind::ModelDamaged,
        fmt::format("the model {} is no network that OpenCV reads ({}); restore it", name, why)});
  };
  try {
    auto layers = std::make_unique<Layers>();
    layers->net = cv::dnn::readNetFromONNX(reinterpret_cast<const char*>(file.data()), file.size());
    if (layers->net.empty()) return damaged("no layers");
    layers->net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
    return Network(std::move(layers));
  } catch (const cv::Exception& refusal) {
    return damaged(refusal.err);
  }
}

cv::Mat Network::answer(const cv::Mat& picture) {
  assert(picture.type() == CV_32F && picture.isContinuous());
  const std::array<int, 4> shape{1, 1, picture.rows, picture.cols};
  const cv::Mat blob(4, shape.data(), CV_32F, picture.data);
  layers_->net.setInput(blob);
  return layers_->net.forward();
}

cv::Mat standardised(const cv::Mat& picture, double floor) {
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(picture, mean, deviation);
  cv::Mat result;
  const double scale = 1 / (deviation[0] + floor);
  picture.convertTo(result, CV_32F, scale, -mean[0] * scale);
  return result;
}

}  // namespace vermilion::pipeline::readers
