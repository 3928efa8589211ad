#include "service/scans/picture.hpp"

#include "pipeline/intake/intake.hpp"
#include "service/scans/plain_jpeg.hpp"
#include "tests/service/scans/a_house.hpp"
#include "tests/support/a_sample.hpp"

#include <gmock/gmock.h>

#include <stdexcept>

namespace vermilion::tests {
namespace {

using service::scans::Fault;
using service::scans::picture;

std::string a_real_scan() {
  const auto& bytes = a_sample(a_stamped_copy()).bytes;
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

pipeline::intake::Header header_of(const std::string& jpeg) {
  return pipeline::intake::examine(std::as_bytes(std::span(jpeg)), "p.jpg", jpeg.size())
      .header.value();
}

TEST(Pictures, AreDrawnOnceForEachWidthThatIsKept) {
  AHouse a(Backend::Sqlite);
  a.begin();
  const auto scan = the(a.upload(a_real_scan()));
  a.work();
  const auto narrow = picture(a.house, scan, 300);
  ASSERT_TRUE(narrow) << narrow.error().detail;
  EXPECT_EQ(header_of(*narrow).width, 320);
  EXPECT_TRUE(service::scans::is_plain_jpeg(*narrow));
  EXPECT_EQ(picture(a.house, scan, 320).value(), *narrow);
  EXPECT_EQ(a.drawings, 1);
  EXPECT_EQ(header_of(*picture(a.house, scan, 0)).width, 1654);
  EXPECT_EQ(a.drawings, 2);
}

TEST(Pictures, StandUprightAsTheReportSays) {
  AHouse a(Backend::Sqlite);
  a.begin();
  a.says = [](auto bytes) {
    pipeline::Report report;
    report.file = "scan.jpg";
    report.bytes = bytes.size();
    report.readable = true;
    report.image = pipeline::ImageFact{.width = 2339, .height = 1654, .rotation_deg = 90};
    report.asked.max_bytes = 1'048'576;
    return report;
  };
  const auto scan = the(a.upload(a_real_scan()));
  a.work();
  const auto upright = picture(a.house, scan, 800);
  ASSERT_TRUE(upright) << upright.error().detail;
  EXPECT_EQ(header_of(*upright).width, 800);
  EXPECT_LT(header_of(*upright).height, 800);
}

TEST(Pictures, WhatNobodyCouldReadIsGivenToNoDecoder) {
  AHouse a(Backend::Sqlite);
  a.begin();
  a.says = [](auto bytes) {
    pipeline::Report report;
    report.file = "scan.jpg";
    report.bytes = bytes.size();
    report.findings = {pipeline::finding(pipeline::FindingCode::ImgCorrupt)};
    report.findings.front().check = "decode";
    report.asked.max_bytes = 1'048'576;
    return report;
  };
  const auto scan = the(a.upload(a_jpeg("cut")));
  a.work();
  const auto refused = picture(a.house, scan, 320);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::Unshowable);
  EXPECT_EQ(a.drawings, 0);
}

TEST(Pictures, OfAWorkerThatWasTakenOverAreRefused) {
  AHouse a(Backend::Sqlite);
  a.begin();
  const auto scan = the(a.upload(a_real_scan()));
  a.work();
  a.house.redraw = [](auto, const auto&) -> tl::expected<std::string, std::string> {
    return "<script>alert(1)</script>";
  };
  const auto refused = picture(a.house, scan, 320);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::Unshowable);
  EXPECT_EQ(a.rows("pictures"), 0);
}

TEST(Pictures, WithoutAWorkerComeLater) {
  AHouse a(Backend::Sqlite);
  a.begin();
  const auto scan = the(a.upload(a_real_scan()));
  a.house.redraw = [](auto, const auto&) -> tl::expected<std::string, std::string> {
    throw std::runtime_error("no layers");
  };
  const auto refused = picture(a.house, scan, 320);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().fault, Fault::Busy);
}

}  // namespace
}  // namespace vermilion::tests
