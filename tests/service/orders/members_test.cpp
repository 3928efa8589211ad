#include "service/orders/members.hpp"

#include <gmock/gmock.h>

namespace vermilion::service::orders {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> places(const Mistakes& mistakes) {
  std::vector<std::string> all;
  for (const Mistake& mistake : mistakes) all.push_back(mistake.pointer);
  return all;
}

TEST(Members, AreReadByNameAndType) {
  Mistakes mistakes;
  const auto json = object_in(
      R"({"name": "张三", "count": 3, "yes": true, "inner": {"a": "b"}, "list": [{"a": "1"}, {"a": "2"}]})",
      mistakes);
  Members members(json, "", mistakes);
  EXPECT_EQ(members.text("name", 2), "张三");
  EXPECT_EQ(members.number("count", 0, 3), 3);
  EXPECT_TRUE(members.flag("yes"));
  members.object("inner", [](Members& inner) { EXPECT_EQ(inner.text("a", 1), "b"); });
  std::string all;
  members.list("list", 2, [&](Members& item) { all += item.text("a", 1); });
  EXPECT_EQ(all, "12");
  EXPECT_EQ(members.text_if_any("absent", 1), "");
  members.end();
  EXPECT_THAT(mistakes, IsEmpty());
}

TEST(Members, TellEveryMistakeAtItsPlace) {
  Mistakes mistakes;
  const auto json = object_in(
      R"({"long": "四个字的", "blank": " ", "bell": "a\u0007", "count": 1.5, "yes": "true",
          "inner": {"more": 1}, "list": [1], "extra": null})",
      mistakes);
  Members members(json, "/at", mistakes);
  members.text("long", 3);
  members.text("blank", 3);
  members.text("bell", 3);
  members.text("absent", 3);
  members.number("count", 0, 3);
  members.flag("yes");
  members.object("inner", [](Members& inner) { inner.text("a", 1); });
  members.list("list", 2, [](Members& item) { item.text("a", 1); });
  members.end();
  EXPECT_THAT(places(mistakes),
              ElementsAre("/at/long", "/at/blank", "/at/bell", "/at/absent", "/at/count", "/at/yes",
                          "/at/inner/a", "/at/inner/more", "/at/list/0", "/at/extra"));
}

TEST(Members, OfWhatIsNoObjectAreNone) {
  for (const auto* text : {"", "[]", "1", "{", "{\"a\": 1,}", "{\"a\": 1, \"a\": 2}",
                           "{\"a\": {\"b\": 1, \"b\": 1}}", "\xff", "{\"a\": \"\xff\"}"}) {
    Mistakes mistakes;
    static_cast<void>(object_in(text, mistakes));
    EXPECT_THAT(places(mistakes), ElementsAre("")) << text;
  }
}

TEST(Members, MayBeCalledAlikeInDifferentObjects) {
  Mistakes mistakes;
  static_cast<void>(
      object_in(R"({"a": {"b": 1, "c": {"b": 1}}, "b": [{"b": 1}, {"b": 2}]})", mistakes));
  EXPECT_THAT(mistakes, IsEmpty());
}

TEST(Members, AreWholeNumbersInTheirBounds) {
  for (const auto* text : {R"({"n": -1})", R"({"n": 11})", R"({"n": "1"})", R"({"n": 1e1})",
                           R"({"n": 18446744073709551615})", R"({"n": null})"}) {
    Mistakes mistakes;
    const auto json = object_in(text, mistakes);
    Members(json, "", mistakes).number("n", 0, 10);
    EXPECT_THAT(places(mistakes), ElementsAre("/n")) << text;
  }
}

}  // namespace
}  // namespace vermilion::service::orders
