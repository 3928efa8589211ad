#include "pipeline/models.hpp"

#include "pipeline/digest.hpp"
#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace vermilion::pipeline {
namespace {

using tests::TemporaryFolder;

constexpr std::string_view kBytes = "weights";

std::string manifest(const std::string& sum) {
  return "# which models there are\nmodels:\n  - name: glyphs\n    file: sub/glyphs.bin\n    "
         "sha256: " +
         sum + "\n  - name: turn\n    file: turn.bin\n    sha256: 00\n";
}

std::string sum_of(std::string_view bytes) {
  return sha256(std::as_bytes(std::span(bytes)));
}

void write_models(const TemporaryFolder& folder, const std::string& sum = sum_of(kBytes)) {
  folder.write("manifest.yaml", manifest(sum));
  folder.write("sub/glyphs.bin", kBytes);
}

bool mentions(const Error& error, const std::string& words) {
  return error.detail.find(words) != std::string::npos;
}

TEST(Models, BytesOfANamedModelAreThoseOfItsFile) {
  const TemporaryFolder folder;
  write_models(folder);
  const auto models = ModelFolder::open(folder.path());
  ASSERT_TRUE(models);
  const auto bytes = models->read("glyphs");
  ASSERT_TRUE(bytes) << bytes.error().detail;
  EXPECT_EQ(std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size()), kBytes);
}

TEST(Models, ShippedFolderHoldsEveryModelItNames) {
  const auto models = ModelFolder::open(VERMILION_SOURCE_DIR "/models");
  ASSERT_TRUE(models) << models.error().detail;
  for (const char* name : {"glyphs", "turn"}) EXPECT_TRUE(models->read(name)) << name;
}

TEST(Models, MissingManifestSaysWhereItWasLookedFor) {
  const TemporaryFolder folder;
  const auto models = ModelFolder::open(folder.path());
  ASSERT_FALSE(models);
  EXPECT_EQ(models.error().kind, ErrorKind::ModelMissing);
  EXPECT_TRUE(mentions(models.error(), (folder.path() / "manifest.yaml").string()));
  EXPECT_TRUE(mentions(models.error(), "--models"));
}

TEST(Models, UnknownNameIsMissing) {
  const TemporaryFolder folder;
  write_models(folder);
  const auto bytes = ModelFolder::open(folder.path())->read("seals");
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().kind, ErrorKind::ModelMissing);
  EXPECT_TRUE(mentions(bytes.error(), "\"seals\""));
}

TEST(Models, NamedFileThatIsNotThereIsMissing) {
  const TemporaryFolder folder;
  write_models(folder);
  const auto bytes = ModelFolder::open(folder.path())->read("turn");
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().kind, ErrorKind::ModelMissing);
  EXPECT_TRUE(mentions(bytes.error(), (folder.path() / "turn.bin").string()));
}

TEST(Models, OtherBytesThanTheManifestNamesAreRefused) {
  const TemporaryFolder folder;
  write_models(folder, sum_of("other weights"));
  const auto bytes = ModelFolder::open(folder.path())->read("glyphs");
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().kind, ErrorKind::ModelDamaged);
  EXPECT_TRUE(mentions(bytes.error(), (folder.path() / "sub/glyphs.bin").string()));
}

struct Damage {
  const char* name;
  const char* yaml;
};
void PrintTo(const Damage& damage, std::ostream* out) {
  *out << damage.name;
}

class DamagedManifest : public testing::TestWithParam<Damage> {};

TEST_P(DamagedManifest, IsRefusedWithItsPath) {
  const TemporaryFolder folder;
  const std::string path = folder.write("manifest.yaml", GetParam().yaml);
  const auto models = ModelFolder::open(folder.path());
  ASSERT_FALSE(models);
  EXPECT_EQ(models.error().kind, ErrorKind::ModelDamaged);
  EXPECT_TRUE(mentions(models.error(), path));
}

INSTANTIATE_TEST_SUITE_P(Models, DamagedManifest,
                         testing::Values(Damage{"Empty", ""}, Damage{"OnlyAComment", "# models\n"},
                                         Damage{"NoYaml", "models: [a, b\n  c: {"},
                                         Damage{"Bytes", "\x01\x02\xff"},
                                         Damage{"AList", "- name: glyphs\n"},
                                         Damage{"AnotherKey", "weights:\n  - name: glyphs\n"},
                                         Damage{"NoList", "models: glyphs\n"},
                                         Damage{"AMapping", "models:\n  name: glyphs\n"}),
                         [](const auto& damage) { return damage.param.name; });

TEST(Models, FolderInPlaceOfAFileIsMissing) {
  const TemporaryFolder folder;
  folder.write("manifest.yaml/inside", "");
  const auto models = ModelFolder::open(folder.path());
  ASSERT_FALSE(models);
  EXPECT_EQ(models.error().kind, ErrorKind::ModelMissing);
}

TEST(Models, RowsWithoutWhatTheyNeedNameNothing) {
  const TemporaryFolder folder;
  folder.write("manifest.yaml", "models:\n  - glyphs\n  - name: turn\n  - [a]\n  -\n");
  const auto models = ModelFolder::open(folder.path());
  ASSERT_TRUE(models);
  for (const char* name : {"glyphs", "turn", "a"}) EXPECT_FALSE(models->read(name)) << name;
}

}  // namespace
}  // namespace vermilion::pipeline
