#include "pipeline/page/components.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <random>
#include <set>
#include <string_view>
#include <vector>

namespace vermilion::pipeline::page {
namespace {

// 'x' where set; rows of equal length.
cv::Mat mask_of(const std::vector<std::string_view>& rows) {
  cv::Mat mask =
      cv::Mat::zeros(static_cast<int>(rows.size()), static_cast<int>(rows.front().size()), CV_8U);
  for (int y = 0; y < mask.rows; ++y) {
    for (int x = 0; x < mask.cols; ++x) {
      if (rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] == 'x')
        mask.at<std::uint8_t>(y, x) = 255;
    }
  }
  return mask;
}

// Every pixel of a component painted with its number, from 1 on.
cv::Mat labels_of(const Components& components, cv::Size size) {
  cv::Mat labels = cv::Mat::zeros(size, CV_32S);
  for (std::size_t i = 0; i < components.list.size(); ++i) {
    for (const auto& [row, begin, end] : components.runs_of(i)) {
      labels.row(row).colRange(begin, end) = static_cast<int>(i) + 1;
    }
  }
  return labels;
}

TEST(Components, NothingSetIsNone) {
  EXPECT_TRUE(components_of(cv::Mat::zeros(5, 40, CV_8U)).list.empty());
}

TEST(Components, CornersTouch) {
  const auto found = components_of(mask_of({"x....x.", ".x..x..", "......."}));
  ASSERT_EQ(found.list.size(), 2U);
  EXPECT_EQ(found.list[0].box, cv::Rect(0, 0, 2, 2));
  EXPECT_EQ(found.list[1].box, cv::Rect(4, 0, 2, 2));
  EXPECT_EQ(found.list[1].area, 2);
}

TEST(Components, ArmsThatMeetLaterAreOneAndKeepTheOrderOfTheirFirstPixels) {
  const auto found = components_of(mask_of({"x.x.x..x", "x.x.x..x", "xxxxx...", ".......x"}));
  ASSERT_EQ(found.list.size(), 3U);
  EXPECT_EQ(found.list[0].box, cv::Rect(0, 0, 5, 3));
  EXPECT_EQ(found.list[0].area, 11);
  EXPECT_EQ(found.list[1].box, cv::Rect(7, 0, 1, 2));
  EXPECT_EQ(found.list[2].box, cv::Rect(7, 3, 1, 1));
  const auto runs = found.runs_of(0);
  ASSERT_EQ(runs.size(), 7U);
  EXPECT_EQ(runs.back().row, 2);
  EXPECT_EQ(runs.back().end, 5);
}

TEST(Components, WhatLiesLessThanTheGapApartInARowIsOne) {
  const cv::Mat mask = mask_of({"x..x...x", "........", "x......."});
  const auto found = components_of(mask, 3);
  ASSERT_EQ(found.list.size(), 3U);
  EXPECT_EQ(found.list[0].box, cv::Rect(0, 0, 4, 1));
  EXPECT_EQ(found.list[0].area, 4);
  EXPECT_EQ(components_of(mask).list.size(), 4U);
}

// Held against the library's, on masks from sparse to crowded, of sides that no eight divides.
TEST(Components, AreThoseOfTheLibrary) {
  std::mt19937 random(1);
  for (const unsigned one_in : {2U, 3U, 5U, 20U}) {
    cv::Mat mask = cv::Mat::zeros(61, 83, CV_8U);
    for (int y = 0; y < mask.rows; ++y) {
      for (int x = 0; x < mask.cols; ++x) mask.at<std::uint8_t>(y, x) = random() % one_in == 0;
    }
    cv::Mat expected;
    const int count = cv::connectedComponents(mask, expected, 8, CV_32S) - 1;
    const auto found = components_of(mask);
    ASSERT_EQ(found.list.size(), static_cast<std::size_t>(count));
    const cv::Mat labels = labels_of(found, mask.size());
    EXPECT_EQ(cv::countNonZero((labels > 0) != (expected > 0)), 0);
    // As many pairs of labels as labels: they differ in their order alone.
    std::set<std::pair<int, int>> pairs;
    for (int y = 0; y < mask.rows; ++y) {
      for (int x = 0; x < mask.cols; ++x)
        pairs.emplace(labels.at<int>(y, x), expected.at<int>(y, x));
    }
    EXPECT_EQ(pairs.size(), static_cast<std::size_t>(count) + 1);
  }
}

}  // namespace
}  // namespace vermilion::pipeline::page
