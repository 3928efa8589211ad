#include "service/store/ledger/signing.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store::ledger;

// RFC 8032, section 7.1, test 1.
TEST(Signing, IsEd25519) {
  const auto signer =
      Signer::of("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
  ASSERT_TRUE(signer);
  EXPECT_EQ(signer->public_key(),
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  EXPECT_EQ(signer->sign(""),
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
            "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
}

TEST(Signing, OnlyWhatWasSignedIsSigned) {
  const Signer signer = *Signer::of(Signer::new_seed());
  const std::string signature = signer.sign("entry 7");
  EXPECT_TRUE(is_signed("entry 7", signature, signer.public_key()));
  EXPECT_FALSE(is_signed("entry 8", signature, signer.public_key()));
  EXPECT_FALSE(is_signed("entry 7", signature, Signer::of(Signer::new_seed())->public_key()));
  EXPECT_FALSE(is_signed("entry 7", "", signer.public_key()));
  EXPECT_FALSE(is_signed("entry 7", signature + "00", signer.public_key()));
}

TEST(Signing, KeyIsReadFromAFile) {
  const TemporaryFolder folder;
  const std::string seed = Signer::new_seed();
  EXPECT_EQ(Signer::read(folder.write("key", seed + "\n"))->public_key(),
            Signer::of(seed)->public_key());
  EXPECT_FALSE(Signer::read(folder.path() / "none"));
  EXPECT_FALSE(Signer::read(folder.write("bad", "abc\n")));
}

}  // namespace
}  // namespace vermilion::tests
