#include "service/store/blobs/key_ring.hpp"

#include "tests/support/temporary_folder.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/stat.h>

namespace vermilion::service::store::blobs {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(KeyRing, FirstWrapsAllUnwrap) {
  const auto ring = KeyRing::parse("# changed in spring\n" + new_key_line(7) + new_key_line(3));
  ASSERT_TRUE(ring) << ring.error();
  EXPECT_EQ(ring->current_id(), 7);
  EXPECT_EQ(ring->find(7), &ring->current());
  EXPECT_NE(ring->find(3), nullptr);
  EXPECT_EQ(ring->find(4), nullptr);
}

TEST(KeyRing, NewKeysDiffer) {
  EXPECT_NE(new_key_line(1), new_key_line(1));
  EXPECT_EQ(new_key_line(12).size(), std::string("12 ").size() + 64 + 1);
}

TEST(KeyRing, MistakesAreNamedByLineAndQuoteNoKey) {
  const std::string secret(62, 'a');
  for (const std::string& wrong :
       {fmt::format("1 {}", secret), fmt::format("0 {}aa", secret), fmt::format("256 {}aa", secret),
        std::string(""), fmt::format("1 {0}aa\n1 {0}bb", secret)}) {
    const auto ring = KeyRing::parse(wrong);
    ASSERT_FALSE(ring) << wrong;
    EXPECT_THAT(ring.error(), Not(HasSubstr("aaaa")));
  }
}

TEST(KeyRing, FileMustBeOursAlone) {
  const tests::TemporaryFolder folder;
  const std::string file = folder.write("blobs.key", new_key_line(1));
  chmod(file.c_str(), 0644);
  EXPECT_FALSE(KeyRing::read(file));
  chmod(file.c_str(), 0600);
  EXPECT_TRUE(KeyRing::read(file));
}

}  // namespace
}  // namespace vermilion::service::store::blobs
