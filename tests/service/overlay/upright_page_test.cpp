#include "service/overlay/upright_page.hpp"

#include "service/overlay/jpeg_writer.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

namespace vermilion::service::overlay {
namespace {

constexpr std::size_t kMaxBytes = 1'000'000;

// A white page, red in its upper left quarter.
std::vector<std::byte> stored_page() {
  cv::Mat page(80, 120, CV_8UC3, cv::Scalar::all(255));
  page(cv::Rect(0, 0, 60, 40)).setTo(cv::Scalar(30, 30, 200));
  return *encode_jpeg(page, 95);
}

pipeline::Report report_with(int rotation_deg) {
  pipeline::Report report;
  report.file = "scan.jpg";
  report.readable = true;
  report.image = pipeline::ImageFact{.rotation_deg = rotation_deg};
  return report;
}

bool red_at(const cv::Mat& page, cv::Point place) {
  const auto pixel = page.at<cv::Vec3b>(place);
  return pixel[2] > 150 && pixel[0] < 80;
}

TEST(UprightPage, ShowsTheScanInItsColours) {
  const cv::Mat page = upright_page(stored_page(), report_with(0), kMaxBytes);
  ASSERT_EQ(page.size(), cv::Size(120, 80));
  EXPECT_TRUE(red_at(page, {20, 20}));
  EXPECT_FALSE(red_at(page, {100, 60}));
}

TEST(UprightPage, IsTurnedAsTheReportSays) {
  const auto bytes = stored_page();
  const cv::Mat quarter = upright_page(bytes, report_with(90), kMaxBytes);
  EXPECT_EQ(quarter.size(), cv::Size(80, 120));
  EXPECT_TRUE(red_at(quarter, {60, 20}));
  EXPECT_TRUE(red_at(upright_page(bytes, report_with(180), kMaxBytes), {100, 60}));
  EXPECT_TRUE(red_at(upright_page(bytes, report_with(270), kMaxBytes), {20, 100}));
}

TEST(UprightPage, IsEmptyWhereNothingWasDecoded) {
  pipeline::Report refused;
  refused.file = "scan.jpg";
  EXPECT_TRUE(upright_page(stored_page(), refused, kMaxBytes).empty());
  EXPECT_TRUE(upright_page({}, report_with(0), kMaxBytes).empty());
  auto cut = stored_page();
  cut.resize(cut.size() / 2);
  EXPECT_TRUE(upright_page(cut, report_with(0), kMaxBytes).empty());
}

}  // namespace
}  // namespace vermilion::service::overlay
