#include "service/batch/inputs.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace vermilion::service::batch {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using tests::TemporaryFolder;

std::vector<std::string> files(const std::vector<Input>& inputs) {
  std::vector<std::string> files;
  for (const Input& input : inputs) files.push_back(input.file);
  return files;
}

std::vector<std::string> below(const TemporaryFolder& folder) {
  std::vector<std::string> names;
  for (const auto& file : files(gather({folder.path().string()}))) {
    names.push_back(std::filesystem::path(file).lexically_relative(folder.path()).string());
  }
  return names;
}

TEST(Gather, NamesKeepTheirOrderWhetherTheyExistOrNot) {
  EXPECT_THAT(files(gather({"b.jpg", "a.txt", "-", "b.jpg"})),
              ElementsAre("b.jpg", "a.txt", "-", "b.jpg"));
}

TEST(Gather, DirectoryStandsForItsScansSortedByPath) {
  const TemporaryFolder folder;
  for (const char* name : {"b.PNG", "a.jpg", "sub/d.bmp", "sub/c.jpeg", "notes.txt", "jpg",
                           "z.jpg.txt", "10.jpg", "2.jpg"}) {
    folder.write(name, "");
  }
  EXPECT_THAT(below(folder),
              ElementsAre("10.jpg", "2.jpg", "a.jpg", "b.PNG", "sub/c.jpeg", "sub/d.bmp"));
}

TEST(Gather, DirectoryWithoutScansGivesNothing) {
  const TemporaryFolder folder;
  EXPECT_THAT(gather({folder.path().string()}), IsEmpty());
}

TEST(Gather, LinkToADirectoryAboveIsNotFollowed) {
  const TemporaryFolder folder;
  folder.write("sub/a.jpg", "");
  std::filesystem::create_directory_symlink(folder.path(), folder.path() / "sub/up");
  EXPECT_THAT(below(folder), ElementsAre("sub/a.jpg"));
}

TEST(Gather, DirectoryThatMayNotBeReadIsKeptToBeReported) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryFolder folder;
  folder.write("locked/a.jpg", "");
  std::filesystem::permissions(folder.path() / "locked", std::filesystem::perms::none);
  EXPECT_THAT(below(folder), ElementsAre("locked"));
  std::filesystem::permissions(folder.path() / "locked", std::filesystem::perms::owner_all);
}

TEST(NamesIn, AreTheLinesThatAreNotEmpty) {
  EXPECT_THAT(names_in("a.jpg\nb c.jpg\r\n\n d.jpg\ne.jpg"),
              ElementsAre("a.jpg", "b c.jpg", " d.jpg", "e.jpg"));
  EXPECT_THAT(names_in(""), IsEmpty());
  EXPECT_THAT(names_in("\n\n"), IsEmpty());
}

TEST(PlanOverlays, EveryInputHasAPlaceOfItsOwn) {
  auto inputs = gather({"x/scan.jpg", "y/scan.jpg", "scan.png", "扫描.jpeg", "-", "scan-2.jpg"});
  plan_overlays(inputs, "drawn");
  std::vector<std::string> places;
  for (const Input& input : inputs) places.push_back(input.overlay_to.string());
  EXPECT_THAT(places, ElementsAre("drawn/scan.overlay.jpg", "drawn/scan-2.overlay.jpg",
                                  "drawn/scan-3.overlay.jpg", "drawn/扫描.overlay.jpg",
                                  "drawn/stdin.overlay.jpg", "drawn/scan-2-2.overlay.jpg"));
}

}  // namespace
}  // namespace vermilion::service::batch
