#include "service/overlay/overlay_file.hpp"

#include "service/overlay/jpeg_writer.hpp"
#include "service/overlay/upright_page.hpp"
#include "tests/support/outcomes.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <opencv2/core.hpp>

#include <fstream>
#include <iterator>

namespace vermilion::service::overlay {
namespace {

constexpr std::size_t kMaxBytes = 1'000'000;

batch::Reviewed reviewed_page() {
  auto report = tests::a_readable_report("scan.jpg");
  report.image->width = 600;
  report.image->height = 800;
  return *tests::reviewed(report).result;
}

TEST(OverlayFiles, DrawTheScanToItsPlace) {
  const tests::TemporaryFolder folder;
  const auto scan = *encode_jpeg(cv::Mat(800, 600, CV_8UC3, cv::Scalar::all(255)));
  const batch::Input input{"scan.jpg", folder.path() / "scan.overlay.jpg"};
  const auto draw_overlay = overlay_files(kMaxBytes, rules::Language::Chinese);
  ASSERT_TRUE(draw_overlay(scan, reviewed_page(), input));

  std::ifstream file(input.overlay_to, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const cv::Mat drawn =
      upright_page(std::as_bytes(std::span(bytes)), reviewed_page().report, kMaxBytes);
  EXPECT_GT(drawn.rows, 1200);
  EXPECT_GT(drawn.cols, 900);
}

TEST(OverlayFiles, SayWhereTheyCouldNotBeWritten) {
  const auto draw_overlay = overlay_files(kMaxBytes, rules::Language::Chinese);
  const auto drawn = draw_overlay({}, reviewed_page(), {"scan.jpg", "/nowhere/scan.overlay.jpg"});
  ASSERT_FALSE(drawn);
  EXPECT_EQ(drawn.error(), "/nowhere/scan.overlay.jpg: No such file or directory");
}

}  // namespace
}  // namespace vermilion::service::overlay
