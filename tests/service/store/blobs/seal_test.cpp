#include "service/store/blobs/seal.hpp"

#include "tests/service/store/blobs/rings.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::store::blobs {
namespace {

const std::string kPlain = "a scan, or what stands for one";

class Seal : public testing::Test {
 protected:
  const BlobId id_ = BlobId::of(kPlain);
  const BlobId other_ = BlobId::of("another");
  const SecretKey key_ = SecretKey::random();
  const KeyRing ring_ = ring_of({2, 1});
};

TEST_F(Seal, OpensWithItsKeyUnderItsId) {
  EXPECT_EQ(unseal(seal(kPlain, id_, key_), id_, key_).value(), kPlain);
  const SecretKey unwrapped = unwrap(wrap(key_, id_, ring_), id_, ring_).value();
  EXPECT_EQ(unwrapped.bytes(), key_.bytes());
}

TEST_F(Seal, NeverTheSameTwice) {
  EXPECT_NE(seal(kPlain, id_, key_), seal(kPlain, id_, key_));
  EXPECT_NE(wrap(key_, id_, ring_), wrap(key_, id_, ring_));
}

TEST_F(Seal, OpensUnderNoOtherIdOrKey) {
  EXPECT_FALSE(unseal(seal(kPlain, id_, key_), other_, key_));
  EXPECT_FALSE(unseal(seal(kPlain, id_, key_), id_, SecretKey::random()));
  EXPECT_FALSE(unwrap(wrap(key_, id_, ring_), other_, ring_));
}

// Whoever holds the keys and seals something under the wrong name is found by the digest.
TEST_F(Seal, ContentSealedUnderAWrongNameIsDamaged) {
  EXPECT_EQ(unseal(seal("other words", id_, key_), id_, key_).error().fault, Fault::Damaged);
}

TEST_F(Seal, EveryFlippedBitIsRefused) {
  const std::string content = seal(kPlain, id_, key_);
  const std::string key = wrap(key_, id_, ring_);
  for (std::size_t bit = 0; bit < 8 * content.size(); ++bit) {
    std::string flipped = content;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(unseal(flipped, id_, key_)) << bit;
  }
  for (std::size_t bit = 0; bit < 8 * key.size(); ++bit) {
    std::string flipped = key;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(unwrap(flipped, id_, ring_)) << bit;
  }
}

TEST_F(Seal, EveryCutAndEveryAdditionIsRefused) {
  const std::string content = seal(kPlain, id_, key_);
  const std::string key = wrap(key_, id_, ring_);
  for (std::size_t length = 0; length < content.size(); ++length) {
    EXPECT_FALSE(unseal(content.substr(0, length), id_, key_)) << length;
    EXPECT_FALSE(unwrap(key.substr(0, std::min(length, key.size() - 1)), id_, ring_)) << length;
  }
  EXPECT_FALSE(unseal(content + '\0', id_, key_));
  EXPECT_FALSE(unwrap(key + '\0', id_, ring_));
}

TEST_F(Seal, KeyIsKnownByTheKeyThatWrappedIt) {
  const std::string by_one = wrap(key_, id_, ring_of({1}));
  EXPECT_TRUE(unwrap(by_one, id_, ring_));
  EXPECT_FALSE(is_wrapped_by_current(by_one, ring_));
  EXPECT_TRUE(is_wrapped_by_current(wrap(key_, id_, ring_), ring_));
  EXPECT_EQ(unwrap(by_one, id_, ring_of({2})).error().fault, Fault::KeyUnknown);
}

}  // namespace
}  // namespace vermilion::service::store::blobs
