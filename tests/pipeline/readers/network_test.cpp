#include "pipeline/readers/network.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <cmath>
#include <string>
#include <vector>

namespace vermilion::pipeline::readers {
namespace {

TEST(Network, WhatIsNoNetworkIsRefusedByName) {
  for (const std::string& text : {std::string(), std::string("VPN1"), std::string(4096, '\xff')}) {
    const auto net = Network::parse(std::as_bytes(std::span(text)), "code_reader");
    ASSERT_FALSE(net);
    EXPECT_EQ(net.error().kind, ErrorKind::ModelDamaged);
    EXPECT_NE(net.error().detail.find("code_reader"), std::string::npos);
  }
}

TEST(Standardised, HasNoMeanAndUnitDeviation) {
  cv::Mat1b picture(20, 30);
  for (int i = 0; i < 600; ++i) picture(i / 30, i % 30) = static_cast<uchar>(i * 37 % 251);
  cv::Scalar mean;
  cv::Scalar deviation;
  cv::meanStdDev(standardised(picture, 0), mean, deviation);
  EXPECT_NEAR(mean[0], 0, 1e-5);
  EXPECT_NEAR(deviation[0], 1, 1e-5);
}

TEST(Standardised, FlatPictureStaysFlat) {
  const cv::Mat1f flat = standardised(cv::Mat1b(8, 8, uchar{200}), 8);
  EXPECT_NEAR(cv::norm(flat, cv::NORM_INF), 0, 1e-5);
}

}  // namespace
}  // namespace vermilion::pipeline::readers
