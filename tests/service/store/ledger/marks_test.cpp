#include "service/store/ledger/marks.hpp"

#include "tests/support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store::ledger;

struct SecondPlace {
  TemporaryFolder folder;
  Signer signer = *Signer::of(std::string(64, 'a'));
  Marks marks{folder.path() / "marks", signer, {.entries = 10, .time = std::chrono::seconds(60)}};

  void note(std::uint64_t number, std::int64_t at_s) {
    ASSERT_TRUE(marks.note({number, std::string(64, 'f')}, at_s));
  }
  std::vector<std::uint64_t> numbers() const {
    std::vector<std::uint64_t> found;
    const auto read = read_marks(marks.file());
    for (const Mark& mark : *read) {
      EXPECT_TRUE(is_signed(mark, signer.public_key())) << mark.head.number;
      found.push_back(mark.head.number);
    }
    return found;
  }
};

using Numbers = std::vector<std::uint64_t>;

TEST(Marks, LastIsWrittenAtOnceAndStaysAfterItsPace) {
  SecondPlace place;
  for (std::uint64_t number = 1; number <= 35; ++number) place.note(number, 0);
  EXPECT_EQ(place.numbers(), (Numbers{1, 11, 21, 31, 35}));
}

TEST(Marks, StayAfterAMinute) {
  SecondPlace place;
  place.note(1, 0);
  place.note(2, 30);
  place.note(3, 59);
  place.note(4, 61);
  place.note(5, 70);
  EXPECT_EQ(place.numbers(), (Numbers{1, 4, 5}));
}

TEST(Marks, OlderHeadIsLeftOut) {
  SecondPlace place;
  place.note(7, 0);
  place.note(5, 0);
  EXPECT_EQ(place.numbers(), (Numbers{7}));
}

TEST(Marks, RecordCutShortAtTheEndIsLeftOutAndWrittenOver) {
  SecondPlace place;
  place.note(1, 0);
  std::ofstream(place.marks.file(), std::ios::app | std::ios::binary) << "000000";
  EXPECT_EQ(place.numbers(), (Numbers{1}));
  place.note(2, 0);
  EXPECT_EQ(place.numbers(), (Numbers{1, 2}));
}

TEST(Marks, PlaceThatCannotBeWrittenIsToldOf) {
  SecondPlace place;
  const Marks nowhere(place.folder.path() / "no" / "folder", place.signer);
  EXPECT_FALSE(nowhere.note({1, "x"}, 0));
}

TEST(Marks, WithoutAFileThereAreNone) {
  EXPECT_TRUE(read_marks("/nowhere/at/all")->empty());
}

}  // namespace
}  // namespace vermilion::tests
