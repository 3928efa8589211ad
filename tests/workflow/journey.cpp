#include "tests/workflow/journey.hpp"

#include "tests/workflow/example_terms.hpp"
#include "workflow/working_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

namespace vermilion::tests {
namespace {

using namespace workflow;

// Monday, 9 March 2026, 10:00 in Beijing: a week without holidays.
constexpr Instant kMorning =
    beijing(std::chrono::sys_days(std::chrono::year(2026) / 3 / 9), std::chrono::hours(10));

Actor actor_of(std::string_view word) {
  const auto mark = word.find('#');
  const std::string_view role = word.substr(0, mark);
  const auto found = std::ranges::find(kRoleNames, role, &RoleName::name);
  if (found == kRoleNames.end()) throw std::invalid_argument(fmt::format("no role: {}", word));
  const std::string number = mark == word.npos ? "1" : std::string(word.substr(mark + 1));
  return {static_cast<Role>(found - kRoleNames.begin()), fmt::format("{}{}", role, number)};
}

constexpr std::string_view kToDraft = "applicant begin new main\n";
constexpr std::string_view kToComplete =
    "applicant fill_form\n"
    "system verify passed\n"
    "applicant upload all\n";
constexpr std::string_view kToReviewer =
    "system inspect all clean\n"
    "applicant submit\n";
constexpr std::string_view kToPayment =
    "reviewer claim\n"
    "reviewer accept all\n"
    "reviewer approve\n";
constexpr std::string_view kToParcel =
    "applicant open P1 wechat\n"
    "system paid P1 fee\n";
constexpr std::string_view kToPaper =
    "applicant post SF SF1234567890123\n"
    "post_room parcel SF SF1234567890123\n";
constexpr std::string_view kToMaking =
    "post_room check_paper good\n"
    "maker start_making\n";

std::string way_to(Stage stage) {
  const auto join = [](std::initializer_list<std::string_view> parts) {
    std::string lines;
    for (const auto part : parts) lines += part;
    return lines;
  };
  const std::string reviewer = join({kToDraft, kToComplete, kToReviewer});
  const std::string payment = reviewer + std::string(kToPayment);
  const std::string parcel = payment + std::string(kToParcel);
  const std::string paper = parcel + std::string(kToPaper);
  const std::string made = paper + std::string(kToMaking) + "maker made NEW-1\n";
  const std::string renewal = "applicant begin renew organisation years=2\n";
  const std::string paid_renewal = renewal + std::string(kToParcel);
  const std::string download = paid_renewal + "applicant download OLD-1 KEY-1 1\n";
  switch (stage) {
    case Stage::NotBegun:
      return "";
    case Stage::Draft:
      return std::string(kToDraft);
    case Stage::QueuedForMachine:
      return join({kToDraft, kToComplete, "applicant submit\n"});
    case Stage::AwaitingReviewer:
      return reviewer;
    case Stage::InReview:
      return reviewer + "reviewer claim\n";
    case Stage::Rejected:
      return reviewer +
             "reviewer claim\nreviewer reject_document licence 公章不清晰\nreviewer reject\n";
    case Stage::AwaitingPayment:
      return payment;
    case Stage::AwaitingParcel:
      return parcel;
    case Stage::InTransit:
      return parcel + "applicant post SF SF1234567890123\n";
    case Stage::PaperReceived:
      return paper;
    case Stage::PaperWrong:
      return paper + "post_room check_paper bad licence 缺公章\n";
    case Stage::AgentUnreachable:
      return paper + "post_room check_paper bad licence 缺公章\npost_room call silent\n";
    case Stage::PaperRight:
      return paper + "post_room check_paper good\n";
    case Stage::Making:
      return paper + std::string(kToMaking);
    case Stage::SealSupplement:
      return made + "maker seal_fault 印模缺边\n";
    case Stage::AwaitingCourier:
      return made;
    case Stage::AwaitingCollection:
      return made + "applicant deliver collection\n";
    case Stage::Issued:
      return made + "maker dispatch SF SF9876543210123\n";
    case Stage::RenewalUnpaid:
      return renewal;
    case Stage::RenewalPaid:
      return paid_renewal;
    case Stage::RenewalDownloading:
      return download;
    case Stage::Renewed:
      return download + "system downloaded NEW-1\n";
    case Stage::Void:
      return parcel + "applicant void\n";
  }
  return "";
}

struct Leg {
  Stage to;
  std::string_view lines;
};

// The ordinary way of a new or reissued order, leg by leg.
constexpr std::array kLegs{
    Leg{Stage::AwaitingReviewer,
        "applicant fill_form\nsystem verify passed\napplicant upload all\n"
        "system inspect all clean\napplicant submit\n"},
    Leg{Stage::AwaitingPayment, kToPayment},
    Leg{Stage::AwaitingParcel, kToParcel},
    Leg{Stage::PaperReceived, "post_room parcel SF SF1234567890123\n"},
    Leg{Stage::PaperRight, "post_room check_paper good\n"},
};

}  // namespace

std::vector<std::string> words_in(std::string_view line) {
  std::istringstream in{std::string(line)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

Journey::Journey() : terms(example_terms()), now(kMorning) {
  registry = Certificate{"OLD-1", "KEY-1", now + std::chrono::days(30), true};
}

std::optional<Refusal> Journey::tell(std::string_view line) {
  auto words = words_in(line);
  if (words.size() < 2) throw std::invalid_argument(fmt::format("no command: {}", line));
  const Actor who = actor_of(words.front());
  words.erase(words.begin());
  const auto bodies = bodies_of(*this, words);
  if (bodies.empty()) throw std::invalid_argument(fmt::format("no such verb: {}", line));
  for (const Body& body : bodies) {
    if (auto refusal = say(who, body)) return refusal;
  }
  return std::nullopt;
}

Journey& Journey::go(std::string_view lines) {
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) {
    if (line.empty()) continue;
    if (const auto refusal = tell(line)) {
      throw std::runtime_error(fmt::format("{}: refused as {}", line, name_of(refusal->code)));
    }
  }
  return *this;
}

Journey& Journey::reach(Stage stage) {
  for (const Leg& leg : kLegs) {
    if (leg.to <= order.stage) continue;
    if (leg.to > stage) break;
    go(leg.lines);
  }
  if (order.stage != stage) throw std::runtime_error("no ordinary way there");
  return *this;
}

std::optional<Refusal> Journey::say(const Actor& who, Body body) {
  const Command command{fmt::format("c{}", ++commands), who, std::move(body)};
  auto step = apply(order, command, facts(), now);
  if (!step) {
    ++refusals;
    return step.error();
  }
  order = std::move(step->order);
  log.insert(log.end(), step->events.begin(), step->events.end());
  for (const Effect& effect : step->effects) carry_out(effect);
  return std::nullopt;
}

void Journey::carry_out(const Effect& effect) {
  effects.push_back(effect);
  if (effect.kind == EffectKind::ReserveMainKey) {
    main_key = {MainKey::State::Reserved, order.id, "", {}};
  } else if (effect.kind == EffectKind::ReleaseMainKey && main_key.order == order.id) {
    main_key = {};
  } else if (effect.kind == EffectKind::RecordMainKey) {
    main_key = {MainKey::State::Issued, order.id, effect.words.at("serial"), {}};
  }
}

bool Journey::asked_for(std::string_view effect) const {
  const auto words = words_in(effect);
  return std::ranges::any_of(effects, [&](const Effect& asked) {
    if (name_of(asked.kind) != words.front()) return false;
    return words.size() == 1 || std::ranges::any_of(asked.words, [&](const auto& word) {
             return word.second == words[1];
           });
  });
}

Journey journey_to(Stage stage) {
  Journey journey;
  journey.go(way_to(stage));
  return journey;
}

}  // namespace vermilion::tests
