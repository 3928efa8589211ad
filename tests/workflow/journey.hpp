#pragma once

#include "workflow/apply.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// An order on its way, told in lines: "reviewer claim", "system paid P1 fee".
namespace vermilion::tests {

class Journey {
 public:
  Journey();

  // "<role>[#n] <verb> <words…>"; the verbs are the table in phrases.cpp. A line may say several
  // commands at once ("upload all"). Gives the first refusal, if there is one.
  std::optional<workflow::Refusal> tell(std::string_view line);
  // Several lines, none of which may be refused.
  Journey& go(std::string_view lines);

  // On by the ordinary way, from wherever it stands before.
  Journey& reach(workflow::Stage stage);

  std::optional<workflow::Refusal> say(const workflow::Actor& who, workflow::Body body);
  void wait(std::chrono::seconds time) { now += time; }

  workflow::Facts facts() const { return {terms, main_key, registry}; }
  bool asked_for(std::string_view effect) const;  // "send_sms approved"

  std::string id = "O1";  // of the order begun
  workflow::ProjectTerms terms;
  workflow::Order order;
  workflow::MainKey main_key;                     // the ledger
  std::optional<workflow::Certificate> registry;  // the certificate that may be chosen
  workflow::Instant now;
  std::vector<workflow::Event> log;
  std::vector<workflow::Effect> effects;
  int commands = 0;  // said so far
  int refusals = 0;

 private:
  void carry_out(const workflow::Effect& effect);
};

// An order that came to the stage by an ordinary way.
[[nodiscard]] Journey journey_to(workflow::Stage stage);

// What the verb and its words come to for this order. An empty answer: no such verb.
[[nodiscard]] std::vector<workflow::Body> bodies_of(const Journey& journey,
                                                    const std::vector<std::string>& words);

[[nodiscard]] std::vector<std::string> words_in(std::string_view line);

}  // namespace vermilion::tests
