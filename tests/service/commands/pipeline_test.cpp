#include "service/commands/pipeline.hpp"

#include "rules/general.hpp"
#include "service/overlay/jpeg_writer.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace vermilion::service::commands {
namespace {

const std::filesystem::path kModels = std::filesystem::path(VERMILION_SOURCE_DIR) / "models";

// A4 at 100 dpi with a red ring of 40 mm and nothing else.
std::vector<std::byte> page_with_a_ring() {
  cv::Mat page(1169, 827, CV_8UC3, cv::Scalar::all(250));
  cv::circle(page, {500, 800}, 75, cv::Scalar(40, 40, 210), 5, cv::LINE_AA);
  return *overlay::encode_jpeg(page);
}

TEST(RealPipeline, EveryGeneralPlanNamesOnlyChecksThereAre) {
  const Pipeline pipeline = real_pipeline();
  for (const auto& document : rules::general_documents()) {
    const auto plan = rules::general_plan_for(document.id, pipeline.checks);
    ASSERT_TRUE(plan);
    for (const auto& request : plan->checks) {
      EXPECT_EQ(std::ranges::count(pipeline.checks, request.check, &pipeline::CheckDescription::id),
                1)
          << request.check;
    }
  }
}

TEST(RealPipeline, LooksAtAScanByThePlan) {
  const Pipeline pipeline = real_pipeline();
  auto inspect = pipeline.make_inspect(kModels, rules::general_plan(pipeline.checks));
  ASSERT_TRUE(inspect) << inspect.error().detail;
  const pipeline::Report report = (*inspect)(page_with_a_ring(), "scan.jpg");
  EXPECT_TRUE(report.readable);
  EXPECT_EQ(report.file, "scan.jpg");
  EXPECT_EQ(report.sha256.size(), 64u);
  EXPECT_FALSE(report.facts.credit_code);
  EXPECT_FALSE(report.findings.empty());
}

TEST(RealPipeline, NothingIsAskedByAnEmptyPlan) {
  const Pipeline pipeline = real_pipeline();
  auto inspect = pipeline.make_inspect(kModels, {});
  ASSERT_TRUE(inspect) << inspect.error().detail;
  const pipeline::Report report = (*inspect)(page_with_a_ring(), "scan.jpg");
  EXPECT_TRUE(report.readable);
  EXPECT_TRUE(report.findings.empty());
}

TEST(RealPipeline, FolderWithoutModelsIsRefused) {
  const auto inspect = real_pipeline().make_inspect("/nowhere", {});
  ASSERT_FALSE(inspect);
  EXPECT_EQ(inspect.error().kind, pipeline::ErrorKind::ModelMissing);
}

}  // namespace
}  // namespace vermilion::service::commands
