#include "workflow/digest.hpp"

#include <gtest/gtest.h>

namespace vermilion::tests {
namespace {

// FIPS 180-2, appendix B.
TEST(Digest, IsSha256) {
  EXPECT_EQ(workflow::sha256_of("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(workflow::sha256_of(""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace vermilion::tests
