#include "service/server/site.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::server {
namespace {

using testing::HasSubstr;

class ASite : public testing::Test {
 protected:
  ASite() {
    folder.write("index.html", "applicant");
    folder.write("m/index.html", "phone");
    folder.write("desk/index.html", "desk");
    folder.write("assets/main-B3c.js", "script");
    folder.write(".vite/manifest.json", "{}");
    folder.write("backup.sql", "secret");
    std::filesystem::create_symlink("/etc/passwd", folder.path() / "passwd.txt");
    auto read = Site::read(folder.path());
    EXPECT_TRUE(read);
    site = std::move(*read);
  }

  std::string body(std::string_view path) { return site.answer(path, "").body; }
  int status(std::string_view path) { return site.answer(path, "").status; }

  tests::TemporaryFolder folder;
  Site site;
};

std::string said(const http::Answer& answer, std::string_view header) {
  return std::string(http::only(answer.headers, header).value_or(""));
}

TEST_F(ASite, AnswersPagesAndAddressesWithinThem) {
  for (const char* path : {"/", "/orders/O20261122-0001", "/medical"}) {
    EXPECT_EQ(body(path), "applicant") << path;
  }
  for (const char* path : {"/m", "/m/", "/m/scan"}) EXPECT_EQ(body(path), "phone") << path;
  for (const char* path : {"/desk", "/desk/queue"}) EXPECT_EQ(body(path), "desk") << path;
}

TEST_F(ASite, AnswersNothingElse) {
  for (const char* path :
       {"/api/v1/nothing", "/callbacks/nobody", "/assets/other.js", "/backup.sql", "/passwd.txt",
        "/.vite/manifest.json", "/../../etc/passwd.txt", "/assets/../index.html.bak"}) {
    EXPECT_EQ(status(path), 404) << path;
  }
}

TEST_F(ASite, IsWhatItWasWhenItWasRead) {
  folder.write("index.html", "changed");
  folder.write("assets/new.js", "new");
  EXPECT_EQ(body("/"), "applicant");
  EXPECT_EQ(status("/assets/new.js"), 404);
}

TEST_F(ASite, KeepsForEverWhatHasAnotherNameWhenItChanges) {
  const auto script = site.answer("/assets/main-B3c.js", "");
  EXPECT_THAT(said(script, "Cache-Control"), HasSubstr("immutable"));
  EXPECT_EQ(said(script, "Content-Type"), "text/javascript; charset=utf-8");
  const auto page = site.answer("/", "");
  EXPECT_EQ(said(page, "Cache-Control"), "no-cache");
  const auto again = site.answer("/", said(page, "ETag"));
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
}

TEST_F(ASite, LetsPagesRunScriptsOfOursAlone) {
  const auto policy = said(site.answer("/desk", ""), "Content-Security-Policy");
  EXPECT_THAT(policy, HasSubstr("default-src 'none'; script-src 'self';"));
  EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'"));
  EXPECT_THAT(policy, testing::Not(HasSubstr("unsafe")));
}

TEST(Site, WithoutPagesIsNone) {
  const tests::TemporaryFolder folder;
  const auto empty = Site::read(folder.path());
  ASSERT_FALSE(empty);
  EXPECT_THAT(empty.error(), HasSubstr("holds no index.html"));
  EXPECT_FALSE(Site::read(folder.path() / "nowhere"));
}

}  // namespace
}  // namespace vermilion::service::server
