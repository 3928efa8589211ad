#include "service/store/blobs/blob_id.hpp"

#include <gtest/gtest.h>

namespace vermilion::service::store::blobs {
namespace {

TEST(BlobId, IsTheDigestOfTheBytes) {
  EXPECT_EQ(BlobId::of("abc").text(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(BlobId::parse(BlobId::of("abc").text()), BlobId::of("abc"));
}

TEST(BlobId, NothingElseIsOne) {
  const std::string right = BlobId::of("abc").text();
  for (const std::string& wrong :
       {std::string(), right.substr(1), right + "0", "../" + right.substr(3),
        "BA" + right.substr(2), std::string(64, 'g'), std::string(64, '\0')}) {
    EXPECT_FALSE(BlobId::parse(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace vermilion::service::store::blobs
