#include "service/commands/models_folder.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::commands {
namespace {

using tests::TemporaryFolder;

TEST(ModelsFolder, IsFoundBesideTheProgramInThePackageOrInTheSourceTree) {
  for (const auto& [program, manifest] :
       {std::pair{"vermilion", "models/manifest.yaml"},
        std::pair{"bin/vermilion", "share/vermilion/models/manifest.yaml"},
        std::pair{"build/dev/vermilion", "models/manifest.yaml"}}) {
    const TemporaryFolder folder;
    const std::filesystem::path expected =
        std::filesystem::path(folder.write(manifest, "")).parent_path();
    EXPECT_EQ(models_folder(folder.path() / program), expected) << program;
  }
}

TEST(ModelsFolder, OneBesideTheProgramComesFirst) {
  const TemporaryFolder folder;
  folder.write("bin/models/manifest.yaml", "");
  folder.write("share/vermilion/models/manifest.yaml", "");
  EXPECT_EQ(models_folder(folder.path() / "bin/vermilion"), folder.path() / "bin/models");
}

TEST(ModelsFolder, WithoutAnyHasAPlainNameToComplainAbout) {
  const TemporaryFolder folder;
  folder.write("models/readme.txt", "");
  EXPECT_EQ(models_folder(folder.path() / "bin/vermilion"), "models");
}

}  // namespace
}  // namespace vermilion::service::commands
