#include "service/crypto/secret_file.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

namespace vermilion::service::crypto {
namespace {

using testing::HasSubstr;
using testing::Not;

class SecretFile : public testing::Test {
 protected:
  std::string secret(mode_t mode) const {
    const std::string file = folder_.write("secret", "open sesame");
    chmod(file.c_str(), mode);
    return file;
  }

  tests::TemporaryFolder folder_;
};

TEST_F(SecretFile, OursAloneIsRead) {
  EXPECT_EQ(read_secret_file(secret(0600)).value(), "open sesame");
  EXPECT_EQ(read_secret_file(secret(0400)).value(), "open sesame");
}

TEST_F(SecretFile, OpenToOthersIsRefusedAndNotQuoted) {
  for (const mode_t mode : {0640, 0604, 0620, 0602, 0610, 0777}) {
    const auto read = read_secret_file(secret(mode));
    ASSERT_FALSE(read) << mode;
    EXPECT_THAT(read.error(), HasSubstr("chmod 600"));
    EXPECT_THAT(read.error(), Not(HasSubstr("sesame")));
  }
}

TEST_F(SecretFile, WhatIsNoPlainFileIsRefused) {
  const std::string pipe = (folder_.path() / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_FALSE(read_secret_file(pipe));
  EXPECT_FALSE(read_secret_file(folder_.path()));
  EXPECT_THAT(read_secret_file(folder_.path() / "none").error(), HasSubstr("No such file"));
}

TEST_F(SecretFile, TooLargeIsRefused) {
  const std::string file = folder_.write("large", std::string((64 << 10) + 1, 'x'));
  chmod(file.c_str(), 0600);
  EXPECT_FALSE(read_secret_file(file));
}

TEST_F(SecretFile, WrittenOnceForUsAlone) {
  const auto file = folder_.path() / "new";
  ASSERT_TRUE(write_secret_file(file, "first"));
  EXPECT_FALSE(write_secret_file(file, "second"));
  EXPECT_EQ(read_secret_file(file).value(), "first");
}

}  // namespace
}  // namespace vermilion::service::crypto
