#include "workflow/table.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

// The form of a table, tried on a lamp.
namespace vermilion::tests {
namespace {

using namespace workflow;

enum class Light : std::uint8_t { Off, On };
enum class Press : std::uint8_t { Switch, Break };
enum class Happened : std::uint8_t { LitUp, WentOut, Broke };
enum class Ask : std::uint8_t { Hum };

struct Room {
  bool power = true;
  bool bulb = true;
};

struct Lamp {
  using State = Light;
  using Command = Press;
  using Event = Happened;
  using Effect = Ask;
  using Context = Room;
};
using Row = Transition<Lamp>;

constexpr Guard<Room> kPower{"there is power", RefusalCode::NotPaid,
                             [](const Room& room) { return room.power; }};
constexpr Guard<Room> kBulb{"there is a bulb", RefusalCode::NoSeal,
                            [](const Room& room) { return room.bulb; }};

constexpr Row on(Light state, Press press) {
  return {.from = state, .command = press, .who = {}};
}

constexpr std::array kRows{
    on(Light::Off, Press::Switch)
        .by(Role::Maker)
        .needing(kPower, kBulb)
        .gives(Happened::LitUp, Light::On)
        .asks(Ask::Hum),
    on(Light::On, Press::Switch).by(Role::Maker).if_(kBulb).gives(Happened::WentOut, Light::Off),
};
static_assert(each_answer_is_unique(kRows));

constexpr std::array kTwice{on(Light::Off, Press::Break).by(Role::Maker).gives(Happened::Broke),
                            on(Light::Off, Press::Break).by(Role::Maker).gives(Happened::LitUp)};
static_assert(!each_answer_is_unique(kTwice));

constexpr std::array kBehind{
    on(Light::Off, Press::Break).by(Role::Maker).gives(Happened::Broke),
    on(Light::Off, Press::Break).by(Role::Maker).if_(kPower).gives(Happened::LitUp)};
static_assert(!each_answer_is_unique(kBehind), "a row behind one that always answers");

constexpr std::array kByRole{on(Light::Off, Press::Break).by(Role::Maker).gives(Happened::Broke),
                             on(Light::Off, Press::Break).by(Role::Service).gives(Happened::LitUp)};
static_assert(each_answer_is_unique(kByRole));

auto chosen(Light state, Press press, Role role, const Room& room) {
  return choose<Lamp>(std::span<const Row>(kRows), state, press, role, room);
}

TEST(Table, RowIsChosenByStateCommandAndRole) {
  const auto row = chosen(Light::Off, Press::Switch, Role::Maker, {});
  ASSERT_TRUE(row);
  EXPECT_EQ((*row)->event, Happened::LitUp);
  EXPECT_EQ((*row)->to, Light::On);
  EXPECT_EQ((*row)->effects.count, 1U);
}

TEST(Table, MissIsSaidByItsNearestCause) {
  EXPECT_EQ(chosen(Light::Off, Press::Break, Role::Maker, {}).error(), Miss::State);
  EXPECT_EQ(chosen(Light::Off, Press::Switch, Role::Service, {}).error(), Miss::Role);
  EXPECT_EQ(chosen(Light::On, Press::Switch, Role::Maker, {true, false}).error(), Miss::Condition);
}

TEST(Table, FirstNeedThatDoesNotHoldIsNamed) {
  EXPECT_EQ(first_unmet(kRows[0], Room{}), nullptr);
  EXPECT_EQ(first_unmet(kRows[0], Room{true, false}), &kBulb);
  EXPECT_EQ(first_unmet(kRows[0], Room{false, false}), &kPower);
}

}  // namespace
}  // namespace vermilion::tests
