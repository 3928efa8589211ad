#include "tests/workflow/journey.hpp"
#include "tests/workflow/random_lines.hpp"
#include "workflow/fold.hpp"
#include "workflow/organisation/apply.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// What must hold in every history, over random ones: orders of one organisation, told half by what
// fits and half by anything at all, while the hall issues main keys of its own. The number of
// orders whose histories are told is 1,000, or VERMILION_HISTORIES.
namespace vermilion::tests {
namespace {

using namespace workflow;
namespace org = workflow::organisation;

Fen paid_in_all(const Order& order) {
  Fen sum;
  for (const Attempt& attempt : order.attempts) sum = sum + attempt.paid;
  return sum;
}

// An organisation and its orders, with what the service does between them.
class World {
 public:
  explicit World(std::uint64_t seed) : random_(seed), orders_(kRandomOrders) {
    for (std::size_t i = 0; i < orders_.size(); ++i) orders_[i].id = fmt::format("O{}", i + 1);
    say(org::SendCode{org::Purpose::Register, "13807010001", "d", true}, Role::Applicant);
    say(org::EnterCode{org::Purpose::Register, "13807010001", "d"}, Role::Applicant);
    say(org::Register{"91360600MA35DEM06M", "鹰潭市样例有限公司", "s", "张三", "13807010001"},
        Role::Applicant);
  }

  void step() {
    if (chance(500)) return hall_issues();
    const std::size_t which = random_() % orders_.size();
    Journey& order = orders_[which];
    order.main_key = org::main_key_of(organisation_, order.terms.id);
    if (chance(10))
      order.wait(std::chrono::minutes(chance(20) ? random_() % 20'000 : random_() % 20));
    const Order before = order.order;
    const std::size_t done = order.effects.size();
    const std::size_t told = order.log.size();
    const auto refusal = order.tell(line_for(which));
    if (refusal) {
      EXPECT_EQ(told == order.log.size(), before == order.order) << "a refusal changed the order";
    }
    carry_out(order, done);
    check(order, told);
    if (chance(20)) replay(order);
  }

  void check_at_end() const {
    for (const Journey& order : orders_) {
      EXPECT_TRUE(fold(order.log) == order.order) << order.id;
    }
    EXPECT_TRUE(org::fold(log_) == organisation_);
    EXPECT_LE(main_keys_made_ + (hall_issued_ ? 1 : 0), made_while_hall_issued_ ? 2 : 1);
  }

  int commands() const {
    int sum = 0;
    for (const Journey& order : orders_) sum += order.commands;
    return sum;
  }
  int refusals() const {
    int sum = 0;
    for (const Journey& order : orders_) sum += order.refusals;
    return sum;
  }
  const std::vector<Journey>& orders() const { return orders_; }

 private:
  bool chance(unsigned one_in) { return random_() % one_in == 0; }

  std::string line_for(std::size_t which) {
    return random_line(which, orders_[which].order.stage, random_);
  }

  void say(org::Body body, Role role) {
    const org::Command command{fmt::format("o{}", ++said_), {role, "x"}, std::move(body)};
    const auto step = org::apply(organisation_, command, orders_.front().now);
    if (!step) {
      last_refusal_ = step.error().code;
      return;
    }
    last_refusal_.reset();
    organisation_ = step->organisation;
    log_.insert(log_.end(), step->events.begin(), step->events.end());
  }

  void hall_issues() {
    if (hall_issued_ || !chance(4)) return;
    for (const Journey& order : orders_) {
      made_while_hall_issued_ |=
          order.order.stage == Stage::Making && order.order.reserves_main_key;
    }
    say(org::ImportMainKey{orders_.front().terms.id, "HALL-1", {}}, Role::System);
    hall_issued_ = !last_refusal_;
  }

  void carry_out(const Journey& order, std::size_t done) {
    for (std::size_t i = done; i < order.effects.size(); ++i) {
      const Effect& effect = order.effects[i];
      const auto project = order.terms.id;
      if (effect.kind == EffectKind::ReserveMainKey) {
        say(org::ReserveMainKey{project, order.id}, Role::System);
        EXPECT_FALSE(last_refusal_) << "reserved for two orders";
      } else if (effect.kind == EffectKind::ReleaseMainKey) {
        say(org::ReleaseMainKey{project, order.id}, Role::System);
      } else if (effect.kind == EffectKind::RecordMainKey && !order.order.chosen) {
        ++main_keys_made_;
        say(org::RecordMainKey{project, order.id, effect.words.at("serial")}, Role::System);
      }
      if (is_done_once(effect.kind)) {
        EXPECT_TRUE(keys_.insert(order.id + "/" + effect.key).second) << effect.key;
      }
    }
  }

  static bool is_done_once(EffectKind kind) {
    return kind == EffectKind::CreatePayment || kind == EffectKind::RefundPayment ||
           kind == EffectKind::RevokeCertificate || kind == EffectKind::IssueInvoice ||
           kind == EffectKind::RecordMainKey || kind == EffectKind::SendSms;
  }

  static void check(const Journey& journey, std::size_t told) {
    const Order& order = journey.order;
    EXPECT_LE(count(journey, EventKind::PaymentSettled), 1) << "paid twice";
    EXPECT_LE(count(journey, EventKind::CertificateMade), 1) << "made twice";
    EXPECT_LE(count(journey, EventKind::CertificateRevoked), 1) << "revoked twice";
    for (const Attempt& attempt : order.attempts) {
      EXPECT_LE(refunded(order, attempt.id), attempt.paid) << "refunded more than was paid";
    }
    for (std::size_t i = told; i < journey.log.size(); ++i) check_event(order, journey.log[i]);
    check_effects(journey);
  }

  static void check_event(const Order& order, const Event& event) {
    const bool paid = settled_attempt(order) != nullptr;
    switch (event.kind) {
      case EventKind::ParcelSent:
      case EventKind::ParcelReceived:
      case EventKind::PaperAccepted:
      case EventKind::MakingStarted:
      case EventKind::DownloadStarted:
        EXPECT_TRUE(paid) << name_of(event.kind);
        return;
      case EventKind::Dispatched:
      case EventKind::HandedOver:
      case EventKind::CertificateRevoked:
      case EventKind::InvoiceIssued:
        EXPECT_TRUE(order.made_at.has_value()) << name_of(event.kind);
        return;
      default:
        return;
    }
  }

  static void check_effects(const Journey& journey) {
    int revocations = 0;
    for (const Effect& effect : journey.effects) {
      revocations += effect.kind == EffectKind::RevokeCertificate;
    }
    EXPECT_EQ(revocations, journey.order.operation == Operation::Reissue && journey.order.made)
        << "revoked when, and only when, the new one is made";
    Fen sent;
    std::set<std::string> refunds;
    for (const Effect& effect : journey.effects) {
      if (effect.kind != EffectKind::RefundPayment) continue;
      if (refunds.insert(effect.words.at("refund")).second) sent = sent + effect.amount;
    }
    EXPECT_LE(sent, paid_in_all(journey.order));
  }

  static int count(const Journey& journey, EventKind kind) {
    return static_cast<int>(std::ranges::count(journey.log, kind, &Event::kind));
  }

  // The last command a second time.
  static void replay(const Journey& journey) {
    if (journey.log.empty()) return;
    const Event& last = journey.log.back();
    const auto again =
        apply(journey.order, {last.command, last.by, last.body}, journey.facts(), journey.now);
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->events.empty() && again->effects.empty());
    EXPECT_TRUE(again->order == journey.order);
  }

  std::mt19937_64 random_;
  std::vector<Journey> orders_;
  org::Organisation organisation_;
  std::vector<org::Event> log_;
  std::set<std::string> keys_;
  std::optional<RefusalCode> last_refusal_;
  int said_ = 0;
  int main_keys_made_ = 0;
  bool hall_issued_ = false;
  bool made_while_hall_issued_ = false;
};

int histories_wanted() {
  const char* wanted = std::getenv("VERMILION_HISTORIES");
  return wanted == nullptr ? 1'000 : std::atoi(wanted);
}

TEST(Histories, KeepWhatMustNeverHappenTwice) {
  int histories = 0;
  std::int64_t commands = 0;
  std::int64_t refusals = 0;
  std::set<Stage> stages{Stage::NotBegun};
  std::set<EventKind> events;
  for (std::uint64_t seed = 1; histories < histories_wanted(); ++seed) {
    SCOPED_TRACE(fmt::format("seed {}", seed));
    World world(seed);
    for (int step = 0; step < 700; ++step) world.step();
    world.check_at_end();
    commands += world.commands();
    refusals += world.refusals();
    for (const Journey& order : world.orders()) {
      histories += order.log.empty() ? 0 : 1;
      for (const Event& event : order.log) {
        events.insert(event.kind);
        stages.insert(event.to);
      }
    }
    ASSERT_FALSE(testing::Test::HasFailure());
  }
  // The histories must go everywhere, or they prove nothing.
  EXPECT_GT(refusals, commands / 10);
  EXPECT_EQ(stages.size(), kStages);
  for (std::size_t kind = 1; kind < kEvents; ++kind) {
    EXPECT_TRUE(events.contains(static_cast<EventKind>(kind)))
        << name_of(static_cast<EventKind>(kind)) << " never happened";
  }
  std::cout << histories << " histories, " << commands << " commands, " << refusals << " refused, "
            << stages.size() << " stages, " << events.size() << " kinds of events\n";
}

}  // namespace
}  // namespace vermilion::tests
