#include "service/certificates/keys.hpp"

#include "tests/service/certificates/openssl_program.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

namespace vermilion::service::certificates {
namespace {

using testing::HasSubstr;

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

class Keys : public testing::TestWithParam<Algorithm> {
 protected:
  std::string path(const char* name) const { return (folder_.path() / name).string(); }

  tests::TemporaryFolder folder_;
};

TEST_P(Keys, WrittenForUsAloneAndReadAgain) {
  const PrivateKey key = PrivateKey::generate(GetParam());
  ASSERT_TRUE(key.write(path("key")));
  EXPECT_FALSE(key.write(path("key")));
  const auto read = PrivateKey::read(path("key"));
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->public_key().id(), key.public_key().id());
  EXPECT_EQ(read->public_key().algorithm(), GetParam());

  chmod(path("key").c_str(), 0640);
  EXPECT_THAT(PrivateKey::read(path("key")).error().what, HasSubstr("chmod 600"));
}

TEST_P(Keys, PublicHalfIsTheSameKey) {
  const PrivateKey key = PrivateKey::generate(GetParam());
  const auto read = PublicKey::from_pem(key.public_key().pem());
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->id(), key.public_key().id());
  EXPECT_EQ(read->id().size(), 40u);
}

TEST_P(Keys, RequestOfTheKeyIsTaken) {
  const PrivateKey key = PrivateKey::generate(GetParam());
  const auto read = PublicKey::from_request(key.request());
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(read->id(), key.public_key().id());
}

TEST_P(Keys, RequestIsVerifiedByOpenssl) {
  folder_.write("request.pem", PrivateKey::generate(GetParam()).request());
  const std::string id = GetParam() == Algorithm::Sm2 ? " -vfyopt distid:1234567812345678" : "";
  EXPECT_THAT(openssl_says(folder_, "req -verify -noout -in request.pem" + id), HasSubstr("OK"));
}

INSTANTIATE_TEST_SUITE_P(, Keys, testing::Values(Algorithm::Rsa, Algorithm::Sm2),
                         [](const auto& kind) { return std::string(name_of(kind.param)); });

// As the software of a USB key makes it.
TEST(Requests, MadeByOpensslIsTaken) {
  const tests::TemporaryFolder folder;
  openssl_says(folder, "genpkey -algorithm SM2 -out key");
  openssl_says(folder,
               "req -new -key key -sm3 -sigopt distid:1234567812345678 -subj /CN=x -out request");
  const auto key = PublicKey::from_request(text_of(folder.path() / "request"));
  ASSERT_TRUE(key) << key.error().what;
  EXPECT_EQ(key->algorithm(), Algorithm::Sm2);
}

TEST(Requests, SignedByAnotherKeyOrOtherwiseIsRefused) {
  const tests::TemporaryFolder folder;
  openssl_says(folder, "genpkey -algorithm SM2 -out key");
  openssl_says(folder, "req -new -key key -sm3 -subj /CN=x -out without_id");
  EXPECT_FALSE(PublicKey::from_request(text_of(folder.path() / "without_id")));
  std::string altered = PrivateKey::generate(Algorithm::Sm2).request();
  altered[altered.size() / 2] = altered[altered.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_FALSE(PublicKey::from_request(altered));
  EXPECT_FALSE(PublicKey::from_request("no request"));
}

TEST(PublicKey, WeakAndForeignKeysAreRefused) {
  const tests::TemporaryFolder folder;
  openssl_says(folder, "genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out weak");
  openssl_says(folder, "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out curve");
  for (const std::string name : {"weak", "curve"}) {
    openssl_says(folder, "pkey -in " + name + " -pubout -out " + name + ".pub");
    chmod((folder.path() / name).c_str(), 0600);
    EXPECT_FALSE(PublicKey::from_pem(text_of(folder.path() / (name + ".pub")))) << name;
    EXPECT_FALSE(PrivateKey::read(folder.path() / name)) << name;
  }
  EXPECT_FALSE(PublicKey::from_pem(""));
}

}  // namespace
}  // namespace vermilion::service::certificates
