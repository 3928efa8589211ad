#include "service/store/record/record.hpp"

#include "tests/service/store/record/filled.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace vermilion::tests {
namespace {

using namespace vermilion::service::store;
namespace org = workflow::organisation;

TEST(Record, EveryEventOfAnOrderIsReadAsItWasWritten) {
  Filling filling(1);
  for (int round = 0; round < 200; ++round) {
    for (std::size_t command = 0; command < workflow::kCommands; ++command) {
      auto event = filling.event<workflow::Event>(command);
      event.kind = static_cast<workflow::EventKind>((command + static_cast<std::size_t>(round)) %
                                                    workflow::kEvents);
      const std::string text = record::text_of(event);
      const auto back = record::event_of(text);
      ASSERT_TRUE(back) << back.error() << "\n" << text;
      ASSERT_TRUE(*back == event) << text;
      ASSERT_EQ(record::text_of(*back), text);
    }
  }
}

TEST(Record, EveryEventOfAnOrganisationIsReadAsItWasWritten) {
  Filling filling(2);
  for (int round = 0; round < 200; ++round) {
    for (std::size_t command = 0; command < org::kCommands; ++command) {
      auto event = filling.event<org::Event>(command);
      event.kind =
          static_cast<org::EventKind>((command + static_cast<std::size_t>(round)) % org::kEvents);
      const std::string text = record::text_of(event);
      const auto back = record::organisation_event_of(text);
      ASSERT_TRUE(back) << back.error() << "\n" << text;
      ASSERT_TRUE(*back == event) << text;
    }
  }
}

TEST(Record, EveryEffectIsReadAsItWasWritten) {
  Filling filling(3);
  for (int round = 0; round < 1000; ++round) {
    const auto effect = filling.effect<workflow::Effect>();
    ASSERT_TRUE(record::effect_of(record::text_of(effect)) == effect);
    const auto other = filling.effect<org::Effect>();
    ASSERT_TRUE(record::organisation_effect_of(record::text_of(other)) == other);
  }
}

// One event for each command and each kind of event, one effect for each kind: what was ever stored
// reads like this. A line that changes makes stored orders unreadable.
std::string everything() {
  Filling filling(4);
  std::string lines;
  for (std::size_t i = 0; i < std::max(workflow::kCommands, workflow::kEvents); ++i) {
    auto event = filling.event<workflow::Event>(i % workflow::kCommands);
    event.kind = static_cast<workflow::EventKind>(i % workflow::kEvents);
    event.to = static_cast<workflow::Stage>(i % workflow::kStages);
    lines += record::text_of(event) + "\n";
  }
  for (std::size_t i = 0; i < std::max(org::kCommands, org::kEvents); ++i) {
    auto event = filling.event<org::Event>(i % org::kCommands);
    event.kind = static_cast<org::EventKind>(i % org::kEvents);
    lines += record::text_of(event) + "\n";
  }
  for (std::size_t i = 0; i < workflow::kEffects; ++i) {
    auto effect = filling.effect<workflow::Effect>();
    effect.kind = static_cast<workflow::EffectKind>(i);
    lines += record::text_of(effect) + "\n";
  }
  for (std::size_t i = 0; i < org::kEffects; ++i) {
    auto effect = filling.effect<org::Effect>();
    effect.kind = static_cast<org::EffectKind>(i);
    lines += record::text_of(effect) + "\n";
  }
  return lines;
}

TEST(Record, StoredNamesNeverChange) {
  const std::string file =
      VERMILION_SOURCE_DIR "/tests/service/store/record/everything.golden";
  if (std::getenv("VERMILION_WRITE_GOLDEN") != nullptr) std::ofstream(file) << everything();
  std::ifstream in(file);
  std::ostringstream golden;
  golden << in.rdbuf();
  EXPECT_EQ(everything(), golden.str());
}

TEST(Record, WhatANewerProgramWroteIsRefused) {
  Filling filling(5);
  auto event =
      filling.event<workflow::Event>(static_cast<std::size_t>(workflow::CommandKind::Submit));
  event.kind = workflow::EventKind::Submitted;
  event.to = workflow::Stage::AwaitingReviewer;
  const std::string text = record::text_of(event);
  const auto with = [&](const std::string& old, const std::string& now) {
    std::string changed = text;
    const auto at = changed.find(old);
    EXPECT_NE(at, changed.npos) << old << " in " << text;
    return changed.replace(at, old.size(), now);
  };
  ASSERT_TRUE(record::event_of(text));
  EXPECT_FALSE(record::event_of(with("\"kind\":\"submitted\"", "\"kind\":\"teleported\"")));
  EXPECT_FALSE(record::event_of(with("\"to\":\"awaiting_reviewer\"", "\"to\":\"heaven\"")));
  EXPECT_FALSE(record::event_of(with("\"submit\":{}", "\"submit\":{\"gently\":true}")));
  EXPECT_FALSE(record::event_of(with("\"submit\":{}", "\"teleport\":{}")));
  EXPECT_FALSE(record::event_of(with("\"kind\"", "\"sort\"")));
  EXPECT_FALSE(record::event_of(text + "x"));
  EXPECT_FALSE(record::event_of("[]"));
  EXPECT_FALSE(record::event_of(""));
}

// A member that came later is not in what was written before, and has its default then.
TEST(Record, WhatAnOlderProgramWroteIsRead) {
  const auto event = record::event_of(
      R"({"at":5,"by":{"role":"applicant","id":"a"},"command":"c","kind":"begun","pinned":{},)"
      R"("said":{"begin":{"order":"O1"}},"to":"draft"})");
  ASSERT_TRUE(event) << event.error();
  EXPECT_EQ(std::get<workflow::Begin>(event->body).order, "O1");
  EXPECT_TRUE(std::get<workflow::Begin>(event->body).eligible);
}

TEST(Record, TextThatIsNoUtf8IsNotWritten) {
  workflow::Event event;
  event.command = "\xff";
  EXPECT_EQ(record::text_of(event), "");
}

}  // namespace
}  // namespace vermilion::tests
