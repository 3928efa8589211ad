#include "service/server/request.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::server {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(Target, IsAPathAndNamesWithValues) {
  const auto target = parse_target("/api/v1/inspections?project=yingtan&document=%E6%89%A7+a");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/v1/inspections");
  EXPECT_THAT(target->query, ElementsAre(Pair("document", "执 a"), Pair("project", "yingtan")));
}

TEST(Target, WithoutAQueryHasNoNames) {
  EXPECT_THAT(parse_target("/livez")->query, IsEmpty());
  EXPECT_THAT(parse_target("/livez?")->query, IsEmpty());
}

TEST(Target, NameAloneIsThereAndEmpty) {
  EXPECT_THAT(parse_target("/readyz?verbose")->query, ElementsAre(Pair("verbose", "")));
}

TEST(Target, ThatIsNoneIsRefused) {
  for (const auto* target :
       {"", "livez", "http://elsewhere/", "*", "/a b", "/a#b", "/a\\b", "/a\x01", "/\xff", "/a?b=%",
        "/a?b=%4", "/a?b=%zz", "/a?b=%00", "/a?b=%0A", "/a?b=%ff", "/a?=b", "/a?b=1&b=2",
        "/a?b=1&%62=2", "/a?&b=1"}) {
    const auto parsed = parse_target(target);
    ASSERT_FALSE(parsed) << target;
    EXPECT_EQ(parsed.error().fault, Fault::BadRequest) << target;
  }
}

}  // namespace
}  // namespace vermilion::service::server
