#include "pipeline/seal/likeness.hpp"

#include "samples/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <functional>

namespace vermilion::pipeline::seal {
namespace {

using Squares = std::array<std::uint8_t, std::size_t{kSmallSide} * kSmallSide>;

Squares picture(const std::function<int(int x, int y)>& brightness) {
  Squares squares{};
  for (int y = 0; y < kSmallSide; ++y) {
    for (int x = 0; x < kSmallSide; ++x) {
      squares[static_cast<std::size_t>(y * kSmallSide + x)] =
          static_cast<std::uint8_t>(brightness(x, y));
    }
  }
  return squares;
}

int spots(int x, int y) {
  return (x * 37 + y * 91 + x * y * 7) % 251;
}

TEST(Likeness, OfAPictureWithItselfIsOne) {
  const auto text = written(picture(spots));
  EXPECT_DOUBLE_EQ(likeness(text, text), 1);
  EXPECT_EQ(text.size(), 1368u);
}

TEST(Likeness, DoesNotMindTwoSquaresAsideNorALightThatChanged) {
  const auto text = written(picture(spots));
  const auto aside = written(picture([](int x, int y) { return spots(x + 2, y - 1 + 251); }));
  const auto here = written(picture([](int x, int y) { return spots(x, y + 251); }));
  EXPECT_DOUBLE_EQ(likeness(here, aside), 1);
  const auto darker = written(picture([](int x, int y) { return spots(x, y) / 2; }));
  EXPECT_GT(likeness(text, darker), 0.999);
}

TEST(Likeness, IsTheSameWhicheverIsNamedFirst) {
  samples::Random random(1);
  for (int i = 0; i < 20; ++i) {
    const auto noise = [&](int, int) { return random.integer(0, 255); };
    const auto a = written(picture(noise));
    const auto b = written(picture(noise));
    EXPECT_DOUBLE_EQ(likeness(a, b), likeness(b, a));
    EXPECT_LT(likeness(a, b), 0.3);
  }
}

TEST(Likeness, OfWhatIsNoPictureOrShowsNothingIsNone) {
  const auto text = written(picture(spots));
  const auto blank = written(picture([](int, int) { return 200; }));
  EXPECT_EQ(likeness(text, blank), 0);
  EXPECT_EQ(likeness(blank, blank), 0);
  for (const std::string& broken : {std::string(), std::string("AAAA"), std::string(1368, '!')}) {
    EXPECT_EQ(likeness(text, broken), 0);
    EXPECT_EQ(likeness(broken, broken), 0);
  }
}

}  // namespace
}  // namespace vermilion::pipeline::seal
