#include "service/store/backup/manifest.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::store::backup {
namespace {

Manifest a_manifest() {
  Manifest manifest;
  manifest.made_at = std::chrono::sys_seconds(std::chrono::seconds(1'795'000'000));
  manifest.schema = 4;
  manifest.head = {17, std::string(64, 'a')};
  manifest.tables = {{"ledger", {"number", "body"}, 17, {"p1", "p2"}}};
  manifest.blobs = 3;
  manifest.blob_pages = {"p3"};
  return manifest;
}

TEST(Manifest, IsReadAsItWasWritten) {
  EXPECT_EQ(manifest_of(text_of(a_manifest())).value(), a_manifest());
}

TEST(Manifest, NewerAndDamagedOnesAreRefused) {
  std::string newer = text_of(a_manifest());
  newer.replace(newer.find("\"format\": 1"), 11, "\"format\": 2");
  EXPECT_EQ(manifest_of(newer).error().fault, Fault::Refused);
  EXPECT_EQ(manifest_of("{\"format\": 1}").error().fault, Fault::Damaged);
  EXPECT_EQ(manifest_of("").error().fault, Fault::Damaged);
  EXPECT_EQ(manifest_of("[1]").error().fault, Fault::Damaged);
}

}  // namespace
}  // namespace vermilion::service::store::backup
