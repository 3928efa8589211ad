#include "pipeline/perceptron.hpp"

#include "samples/random.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <numeric>

namespace vermilion::pipeline {
namespace {

using Bytes = std::vector<std::byte>;

constexpr std::uint32_t kInputs = 6;
constexpr std::uint32_t kHidden = 4;
constexpr std::uint32_t kClasses = 3;

template <class T>
void append(Bytes& file, const std::vector<T>& values) {
  const auto bytes = std::as_bytes(std::span(values));
  file.insert(file.end(), bytes.begin(), bytes.end());
}

Bytes model(std::string_view magic = "VPN1",
            const std::vector<std::uint32_t>& sizes = {kInputs, kHidden, kClasses}) {
  Bytes file;
  append(file, std::vector<char>(magic.begin(), magic.end()));
  append(file, sizes);
  samples::Random random(1);
  std::vector<float> weights(kInputs * kHidden + kHidden + kHidden * kClasses + kClasses);
  for (float& weight : weights) weight = static_cast<float>(random.uniform(-1, 1));
  append(file, weights);
  return file;
}

Result<Perceptron> parsed(const Bytes& file) {
  return Perceptron::parse(file, "glyphs", kInputs, kClasses);
}

TEST(Perceptron, FileAsTheTrainingWritesItIsTaken) {
  const auto net = parsed(model());
  ASSERT_TRUE(net);
  EXPECT_EQ(net->inputs(), kInputs);
  EXPECT_EQ(net->classes(), kClasses);
}

TEST(Perceptron, FileCutAnywhereOrWithMoreBytesIsDamaged) {
  const Bytes whole = model();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(parsed({whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)}))
        << size;
  }
  Bytes longer = whole;
  longer.push_back({});
  EXPECT_FALSE(parsed(longer));
}

TEST(Perceptron, AnotherShapeThanExpectedIsDamaged) {
  EXPECT_FALSE(parsed(model("VPN2")));
  EXPECT_FALSE(parsed(model("VPN1", {kInputs + 1, kHidden, kClasses})));
  EXPECT_FALSE(parsed(model("VPN1", {kInputs, kHidden, kClasses + 1})));
  EXPECT_FALSE(parsed(model("VPN1", {kInputs, 0, kClasses})));
  EXPECT_FALSE(parsed(model("VPN1", {kInputs, 0xFFFFFFFF, kClasses})));
  EXPECT_FALSE(parsed(model("VPN1", {kClasses, kHidden, kInputs})));
  EXPECT_FALSE(Perceptron::parse(model(), "glyphs", kInputs + 1, kClasses));
}

TEST(Perceptron, RefusalNamesTheModel) {
  const auto net = parsed({});
  ASSERT_FALSE(net);
  EXPECT_EQ(net.error().kind, ErrorKind::ModelDamaged);
  EXPECT_NE(net.error().detail.find("glyphs"), std::string::npos);
}

TEST(Perceptron, ProbabilitiesSumToOne) {
  const auto net = parsed(model());
  ASSERT_TRUE(net);
  samples::Random random(2);
  for (int i = 0; i < 200; ++i) {
    std::vector<float> input(kInputs);
    for (float& value : input) value = static_cast<float>(random.uniform());
    std::vector<float> scores(kClasses);
    net->classify(input, scores);
    double sum = 0;
    for (const float score : scores) {
      EXPECT_LE(score, 1e-6);
      sum += std::exp(static_cast<double>(score));
    }
    EXPECT_NEAR(sum, 1, 1e-5);
  }
}

// Two inputs, two hidden units of which one stays below zero, two classes; by hand.
TEST(Perceptron, LayersAreComputedAsTheFileSays) {
  const Perceptron net({2, 2, 2}, {1, -1, 2, 0.5F}, {0.5F, -1}, {1, 0, 3, 3}, {0, 1});
  std::vector<float> scores(2);
  net.classify(std::vector<float>{1, 0.5F}, scores);
  // hidden: 0.5 + 1 + 1 = 2.5 and -1 - 1 + 0.25 < 0; outputs 2.5 and 1.
  EXPECT_NEAR(scores[0] - scores[1], 1.5, 1e-5);
  EXPECT_NEAR(scores[0], -std::log(1 + std::exp(-1.5)), 1e-5);
}

TEST(Perceptron, LargeScoresDoNotOverflow) {
  const Perceptron net({1, 1, 2}, {1000}, {0}, {1000, -1000}, {0, 0});
  std::vector<float> scores(2);
  net.classify(std::vector<float>{1}, scores);
  EXPECT_NEAR(scores[0], 0, 1e-6);
  EXPECT_LT(scores[1], -1e5);
  EXPECT_TRUE(std::isfinite(scores[1]));
}

}  // namespace
}  // namespace vermilion::pipeline
