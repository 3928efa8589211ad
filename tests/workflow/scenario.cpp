#include "tests/workflow/scenario.hpp"

#include "tests/workflow/journey.hpp"
#include "workflow/fold.hpp"
#include "workflow/sla.hpp"
#include "workflow/status.hpp"
#include "workflow/waiting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <ostream>
#include <stdexcept>

namespace vermilion::tests {
namespace {

namespace fs = std::filesystem;
using namespace workflow;

std::vector<Scenario> scenarios_of(const fs::path& path) {
  std::ifstream file(path);
  std::vector<Scenario> found;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    const auto words = words_in(line);
    if (words.empty() || words.front().starts_with('#')) continue;
    if (words.front() == "scenario") {
      found.push_back({path.stem().string(), number, line.substr(9), {}, {}});
    } else if (words.front() == "project") {
      found.back().project = words.at(1);
    } else if (words.front() == "rows") {
      found.back().rows.insert(found.back().rows.end(), words.begin() + 1, words.end());
    } else {
      found.back().steps.push_back(line);
    }
  }
  return found;
}

OperationTerms& operation(Journey& journey, Operation which) {
  return *std::ranges::find(journey.terms.operations, which, &OperationTerms::operation);
}

// How the world may be otherwise than in example_terms.
const std::map<std::string, std::function<void(Journey&)>>& settings() {
  static const std::map<std::string, std::function<void(Journey&)>> kSettings{
      {"draft", [](Journey& j) { j.terms.draft = true; }},
      {"only_new", [](Journey& j) { j.terms.operations = {operation(j, Operation::New)}; }},
      {"no_verification",
       [](Journey& j) { j.terms.verification = j.terms.verified_before_upload = false; }},
      {"verification_after_upload", [](Journey& j) { j.terms.verified_before_upload = false; }},
      {"over",
       [](Journey& j) {
         operation(j, Operation::New).offered.last = beijing_day(j.now) - std::chrono::days(1);
       }},
      {"main_key_issued",
       [](Journey& j) {
         j.main_key = {MainKey::State::Issued, "", "HALL-1", {}};
       }},
      {"main_key_reserved",
       [](Journey& j) {
         j.main_key = {MainKey::State::Reserved, "O0", "", {}};
       }},
      {"main_key_ours",
       [](Journey& j) {
         j.main_key = {MainKey::State::Reserved, j.order.id, "", {}};
       }},
      {"wechat_only", [](Journey& j) { j.terms.channels = {Channel::WeChat}; }},
      {"new_agreement", [](Journey& j) { j.terms.agreement = "2026-2"; }},
      {"certificate_ends_in_100_days",
       [](Journey& j) { j.registry->valid_until = j.now + std::chrono::days(100); }},
      {"certificate_ended_400_days_ago",
       [](Journey& j) { j.registry->valid_until = j.now - std::chrono::days(400); }},
      {"certificate_revoked", [](Journey& j) { j.registry.reset(); }},
  };
  return kSettings;
}

class Player {
 public:
  Player(const Scenario& scenario, Journey from) : scenario_(scenario), journey_(std::move(from)) {}

  std::vector<std::string> play() {
    for (const std::string& step : scenario_.steps) {
      line_ = step;
      take(words_in(step));
    }
    line_ = "the end";
    expect(fold(journey_.log) == journey_.order, "the order is not the fold of its events");
    return wrong_;
  }

 private:
  void expect(bool holds, const std::string& otherwise) {
    if (!holds) wrong_.push_back(fmt::format("“{}”: {}", line_, otherwise));
  }

  void take(const std::vector<std::string>& words) {
    const std::string& first = words.front();
    if (first == "given") return settings().at(words.at(1))(journey_);
    if (first == "wait") return journey_.wait(duration_in(words.at(1)));
    if (first == "reach") return reach(words.at(1));
    if (first == "see") return see(words);
    if (first == "asked" || first == "unasked") return asked(words);
    if (first == "overdue" || first == "in_time") return clock(words);
    tell();
  }

  void reach(const std::string& name) {
    const auto stage = std::ranges::find(kStageNames, name);
    journey_.reach(static_cast<Stage>(stage - kStageNames.begin()));
  }

  void tell() {
    const auto arrow = line_.find(" -> ");
    const Order before = journey_.order;
    const auto refusal = journey_.tell(line_.substr(0, arrow));
    if (arrow == line_.npos) {
      expect(!refusal, refusal ? fmt::format("refused as {}", name_of(refusal->code)) : "");
      return;
    }
    const std::string code = line_.substr(arrow + 4);
    expect(refusal.has_value(), "was taken");
    if (!refusal) return;
    expect(name_of(refusal->code) == code, fmt::format("refused as {}", name_of(refusal->code)));
    expect(before == journey_.order, "a refused command changed the order");
    const std::string text = text_of(*refusal, Language::Chinese);
    expect(text.find('{') == text.npos, "has a gap: " + text);
  }

  void see(const std::vector<std::string>& words) {
    const Waiting waiting =
        waiting_for(journey_.order, journey_.terms, WorkingDays::shipped(), journey_.now);
    const std::string turn = waiting.turn ? std::string(name_of(*waiting.turn)) : "nobody";
    const std::string seen = fmt::format(
        "see {} {} {} {}", status_text(journey_.order, Language::Chinese),
        payment_status_text(journey_.order, Language::Chinese), name_of(waiting.what), turn);
    std::string told = words[0];
    for (std::size_t i = 1; i < words.size(); ++i) told += " " + words[i];
    expect(seen == told, "is: " + seen);
    const std::string text = text_of(waiting, Language::Chinese);
    expect(text.find('{') == text.npos, "has a gap: " + text);
  }

  void asked(const std::vector<std::string>& words) {
    const std::string effect = line_.substr(line_.find(' ') + 1);
    expect(journey_.asked_for(effect) == (words.front() == "asked"), "is not so");
  }

  void clock(const std::vector<std::string>& words) {
    const auto clocks = clocks_of(journey_.order, journey_.terms, WorkingDays::shipped());
    const auto found = std::ranges::find_if(
        clocks, [&](const Clock& clock) { return name_of(clock.kind) == words.at(1); });
    expect(found != clocks.end(), "there is no such clock");
    if (found == clocks.end()) return;
    expect(found->is_breached(journey_.now) == (words.front() == "overdue"),
           "due " + beijing_text(found->due) + ", now " + beijing_text(journey_.now));
  }

  const Scenario& scenario_;
  Journey journey_;
  std::string line_;
  std::vector<std::string> wrong_;
};

}  // namespace

std::chrono::seconds duration_in(const std::string& word) {
  const int number = std::stoi(word);
  switch (word.back()) {
    case 'd':
      return std::chrono::days(number);
    case 'h':
      return std::chrono::hours(number);
    case 'm':
      return std::chrono::minutes(number);
    case 's':
      return std::chrono::seconds(number);
    default:
      throw std::invalid_argument("no duration: " + word);
  }
}

void PrintTo(const Scenario& scenario, std::ostream* out) {
  *out << scenario.file << ":" << scenario.line << ": " << scenario.title;
}

std::vector<Scenario> scenarios_in(const std::string& folder) {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(VERMILION_SOURCE_DIR "/tests") / folder)) {
    if (entry.path().extension() == ".scenario") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Scenario> all;
  for (const fs::path& file : files) {
    for (Scenario& scenario : scenarios_of(file)) all.push_back(std::move(scenario));
  }
  return all;
}

const std::vector<Scenario>& scenarios() {
  static const auto kScenarios = scenarios_in("workflow/scenarios");
  return kScenarios;
}

std::vector<std::string> played(const Scenario& scenario, Journey from) {
  return Player(scenario, std::move(from)).play();
}

std::vector<std::string> refusals_in(const Scenario& scenario) {
  std::vector<std::string> codes;
  for (const std::string& step : scenario.steps) {
    const auto arrow = step.find(" -> ");
    if (arrow != step.npos) codes.push_back(step.substr(arrow + 4));
  }
  return codes;
}

}  // namespace vermilion::tests
