#include "service/overlay/placement.hpp"

#include <gtest/gtest.h>

#include <random>

namespace vermilion::service::overlay {
namespace {

const Rect kArea(0, 0, 1000, 1400);

bool overlap(const Rect& a, const Rect& b) {
  return (a & b).area() > 0;
}

bool inside(const Rect& outer, const Rect& inner) {
  return (outer & inner) == inner;
}

LabelField field() {
  return {.area = kArea, .gap = 5};
}

Rect only_place(const LabelRequest& request, const LabelField& in = field()) {
  const auto places = place_labels({&request, 1}, in);
  EXPECT_TRUE(places.front());
  return places.front().value_or(Rect());
}

TEST(PlaceLabels, StandsAboveItsBox) {
  EXPECT_EQ(only_place({.box = {300, 500, 200, 100}, .size = {80, 20}}), Rect(300, 475, 80, 20));
}

TEST(PlaceLabels, StandsBelowWhereThereIsNoRoomAbove) {
  EXPECT_EQ(only_place({.box = {300, 10, 200, 100}, .size = {80, 20}}), Rect(300, 115, 80, 20));
}

TEST(PlaceLabels, StandsBesideABoxAsHighAsThePage) {
  EXPECT_EQ(only_place({.box = {300, 0, 200, 1400}, .size = {80, 20}}), Rect(505, 0, 80, 20));
}

TEST(PlaceLabels, LeavesOtherBoxesClear) {
  const Rect neighbour(250, 460, 300, 35);
  LabelField crowded = field();
  crowded.keep_clear = {neighbour};
  const Rect label = only_place({.box = {300, 500, 200, 100}, .size = {80, 20}}, crowded);
  EXPECT_FALSE(overlap(label, neighbour));
}

TEST(PlaceLabels, StandsOnAnotherBoxWhenThatIsAllThereIs) {
  LabelField covered = field();
  covered.keep_clear = {kArea};
  const Rect box(300, 500, 200, 100);
  EXPECT_FALSE(overlap(only_place({.box = box, .size = {80, 20}}, covered), box));
}

TEST(PlaceLabels, AvoidsBusyGround) {
  LabelField printed = field();
  const Rect title(300, 440, 400, 59);
  printed.busyness = [&](const Rect& rect) { return (rect & title).area() / rect.area() * 0.5; };
  const Rect label = only_place({.box = {300, 500, 200, 100}, .size = {80, 20}}, printed);
  EXPECT_FALSE(overlap(label, title));
  EXPECT_LE(distance(label, {300, 500, 200, 100}), 5);
}

TEST(PlaceLabels, BoxAsLargeAsTheAreaLeavesNoPlace) {
  const LabelRequest request{.box = kArea, .size = {80, 20}};
  EXPECT_FALSE(place_labels({&request, 1}, field()).front());
}

TEST(PlaceLabels, LabelWiderThanTheAreaHasNoPlace) {
  const LabelRequest request{.box = {1, 1, 5, 5}, .size = {1100, 20}};
  EXPECT_FALSE(place_labels({&request, 1}, field()).front());
}

std::vector<LabelRequest> random_requests(std::uint32_t seed, int count) {
  std::mt19937 random(seed);
  const auto up_to = [&](std::uint32_t bound) { return static_cast<double>(random() % bound); };
  std::vector<LabelRequest> requests;
  for (int i = 0; i < count; ++i) {
    requests.push_back({.box = {up_to(900), up_to(1300), 1 + up_to(300), 1 + up_to(300)},
                        .size = {60 + up_to(120), 20 + up_to(30)}});
  }
  return requests;
}

// For any boxes: whatever is placed stands inside, off its own box and off every other label.
TEST(PlaceLabels, NoLabelTouchesAnotherOrItsBoxOrLeavesThePage) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const auto requests = random_requests(seed, 1 + static_cast<int>(seed) % 25);
    LabelField crowded = field();
    for (const auto& request : requests) crowded.keep_clear.push_back(request.box);
    const auto places = place_labels(requests, crowded);
    ASSERT_EQ(places.size(), requests.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
      ASSERT_TRUE(places[i]) << "seed " << seed << " has room for all";
      EXPECT_TRUE(inside(kArea, *places[i]));
      EXPECT_FALSE(overlap(*places[i], requests[i].box));
      for (std::size_t j = 0; j < i; ++j) EXPECT_FALSE(overlap(*places[i], *places[j]));
    }
  }
}

TEST(PlaceLabels, MoreLabelsThanRoomLeavesSomeOutAndStillOverlapsNone) {
  const std::vector<LabelRequest> requests(40, {.box = {40, 40, 10, 10}, .size = {60, 30}});
  const LabelField small{.area = {0, 0, 200, 100}, .gap = 2};
  std::vector<Rect> placed;
  for (const auto& place : place_labels(requests, small)) {
    if (!place) continue;
    for (const Rect& other : placed) EXPECT_FALSE(overlap(*place, other));
    placed.push_back(*place);
  }
  EXPECT_GE(placed.size(), 3u);
  EXPECT_LT(placed.size(), requests.size());
}

TEST(PlaceLabels, SamePageIsLabelledTheSame) {
  const auto requests = random_requests(7, 20);
  EXPECT_EQ(place_labels(requests, field()), place_labels(requests, field()));
}

TEST(Distance, IsBetweenTheNearestEdges) {
  const Rect a(0, 0, 10, 10);
  EXPECT_EQ(distance(a, {20, 0, 10, 10}), 10);
  EXPECT_EQ(distance(a, {0, 15, 10, 10}), 5);
  EXPECT_EQ(distance(a, {13, 14, 10, 10}), 5);
  EXPECT_EQ(distance(a, {5, 5, 10, 10}), 0);
  EXPECT_EQ(distance(a, {10, 0, 10, 10}), 0);
}

TEST(Bridge, RunsFromOneRectangleToTheOther) {
  const auto [from, to] = bridge({0, 0, 10, 10}, {30, 4, 10, 4});
  EXPECT_EQ(from, Point(10, 6));
  EXPECT_EQ(to, Point(30, 6));
}

}  // namespace
}  // namespace vermilion::service::overlay
