#include "pipeline/intake/intake.hpp"

#include "pipeline/limits.hpp"
#include "samples/hostile/encode_bmp.hpp"
#include "samples/hostile/encode_jpeg.hpp"
#include "samples/hostile/encode_png.hpp"

#include <gtest/gtest.h>

namespace vermilion::pipeline::intake {
namespace {

using namespace samples::hostile;
using enum FindingCode;

Intake examined(const Bytes& bytes, std::string_view file,
                std::size_t max_bytes = limits::kFileBytes) {
  return examine(std::as_bytes(std::span(bytes)), file, max_bytes);
}

Bytes jpeg() {
  return encode_jpeg(sheet(40, 30), {});
}

TEST(Intake, SoundFileGivesItsHeaderAndNoFinding) {
  const auto intake = examined(jpeg(), "scan.jpg");
  ASSERT_TRUE(intake.header);
  EXPECT_TRUE(intake.findings.empty());
  EXPECT_EQ(intake.header->format, ImageFormat::Jpeg);
  EXPECT_EQ(intake.header->width, 40);
  EXPECT_EQ(intake.header->height, 30);
}

TEST(Intake, EmptyFileIsNothingElse) {
  const auto intake = examined({}, "scan.png", 0);
  EXPECT_FALSE(intake.header);
  ASSERT_EQ(intake.findings.size(), 1u);
  EXPECT_EQ(intake.findings[0].code, FmtEmpty);
}

TEST(Intake, OtherKindIsNamed) {
  const auto intake = examined(bytes_of("GIF89a"), "scan.jpg");
  EXPECT_FALSE(intake.header);
  ASSERT_EQ(intake.findings.size(), 1u);
  EXPECT_EQ(intake.findings[0].code, FmtType);
  EXPECT_EQ(intake.findings[0].words.at("detected"), "GIF");
}

TEST(Intake, WrongExtensionWarnsAndGoesOn) {
  const auto intake = examined(jpeg(), "scan.PNG");
  EXPECT_TRUE(intake.header);
  ASSERT_EQ(intake.findings.size(), 1u);
  EXPECT_EQ(intake.findings[0].code, FmtMismatch);
  EXPECT_EQ(intake.findings[0].level, Level::Warn);
  EXPECT_EQ(intake.findings[0].words.at("detected"), "JPEG");
  EXPECT_EQ(intake.findings[0].words.at("extension"), ".png");
}

TEST(Intake, ExtensionThatSaysNothingIsNotHeldAgainstTheFile) {
  for (const auto* file : {"scan", "", "scan.dat", "scan.jfif", "scan.JPEG", "a.b/c"}) {
    EXPECT_TRUE(examined(jpeg(), file).findings.empty()) << file;
  }
}

TEST(Intake, SizeIsHeldAgainstThePlan) {
  const Bytes bytes = jpeg();
  EXPECT_TRUE(examined(bytes, "scan.jpg", bytes.size()).header);
  const auto intake = examined(bytes, "scan.jpg", bytes.size() - 1);
  EXPECT_FALSE(intake.header);
  ASSERT_EQ(intake.findings.size(), 1u);
  EXPECT_EQ(intake.findings[0].code, FmtSize);
  EXPECT_EQ(intake.findings[0].value, bytes.size());
  EXPECT_EQ(intake.findings[0].threshold, bytes.size() - 1);
}

TEST(Intake, NoPlanRaisesTheLimitPastTheCeiling) {
  Bytes bytes = jpeg();
  bytes.resize(limits::kFileBytesCeiling + 1);
  const auto intake = examined(bytes, "scan.jpg", 10 * bytes.size());
  ASSERT_EQ(intake.findings.size(), 1u);
  EXPECT_EQ(intake.findings[0].code, FmtSize);
  EXPECT_EQ(intake.findings[0].threshold, limits::kFileBytesCeiling);
}

TEST(Intake, WrongExtensionAndSizeAreBothReported) {
  const auto intake = examined(jpeg(), "scan.bmp", 100);
  ASSERT_EQ(intake.findings.size(), 2u);
  EXPECT_EQ(intake.findings[0].code, FmtMismatch);
  EXPECT_EQ(intake.findings[1].code, FmtSize);
}

TEST(Intake, DensityIsReadFromEachFormat) {
  const Picture picture = sheet(40, 30);
  EXPECT_EQ(examined(encode_jpeg(picture, {.dpi = 200}), "").header->density_dpi, 200);
  EXPECT_EQ(examined(encode_png(picture, {.dpi = 300}), "").header->density_dpi, 300);
  EXPECT_EQ(examined(encode_bmp(picture, {.dpi = 600}), "").header->density_dpi, 600);
}

TEST(Intake, DensityThatCannotBeIsIgnored) {
  const Picture picture = sheet(40, 30);
  for (const int dpi : {0, 1, 29, 2401, 30000}) {
    EXPECT_FALSE(examined(encode_jpeg(picture, {.dpi = dpi}), "").header->density_dpi) << dpi;
    EXPECT_FALSE(examined(encode_png(picture, {.dpi = dpi}), "").header->density_dpi) << dpi;
    EXPECT_FALSE(examined(encode_bmp(picture, {.dpi = dpi}), "").header->density_dpi) << dpi;
  }
}

TEST(Intake, SidesAreReadAtTheLimits) {
  for (const auto& [width, height] : {std::pair{16, 16}, {16, 16000}, {16000, 16}}) {
    const Picture picture = sheet(width, height);
    EXPECT_TRUE(examined(encode_png(picture, {}), "").header) << width << " x " << height;
  }
  for (const auto& [width, height] : {std::pair{15, 16}, {16, 15}, {16, 16001}, {16001, 16}}) {
    const auto intake = examined(encode_png(sheet(width, height), {}), "");
    ASSERT_EQ(intake.findings.size(), 1u);
    EXPECT_EQ(intake.findings[0].code, ImgPixels);
    EXPECT_EQ(intake.findings[0].words.at("detail"),
              std::to_string(width) + " x " + std::to_string(height));
  }
}

}  // namespace
}  // namespace vermilion::pipeline::intake
