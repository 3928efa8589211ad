#include "tests/service/store/orders/a_world.hpp"

#include "service/store/ledger/ledger.hpp"
#include "tests/workflow/example_terms.hpp"
#include "tests/workflow/random_lines.hpp"
#include "workflow/fold.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::tests {
namespace {

using namespace workflow;
namespace org = workflow::organisation;
using service::store::orders::Answer;

std::shared_ptr<std::atomic<std::int64_t>> a_morning() {
  const auto at = Journey().now.time_since_epoch().count();
  return std::make_shared<std::atomic<std::int64_t>>(at * 1000);
}

Options with_clock(std::shared_ptr<std::atomic<std::int64_t>> clock) {
  Options options;
  options.clock_ms = [clock] { return clock->load(); };
  return options;
}

const std::vector<std::string> kRoles = [] {
  std::vector<std::string> names;
  for (const RoleName& role : kRoleNames) names.emplace_back(role.name);
  return names;
}();

// "reviewer#2"
Actor actor_of(const std::string& word) {
  const auto mark = word.find('#');
  const auto role = std::ranges::find(kRoles, word.substr(0, mark));
  return {static_cast<Role>(role - kRoles.begin()), word};
}

// Ids of new things are unique among all orders, so they bear the order's id.
struct Renaming {
  const std::string& order;
  const std::string& organisation;
  const std::string& world;

  void own(std::string& id) const {
    constexpr std::string_view kAuto = kRefundByItself;
    const bool by_itself = id.starts_with(kAuto);
    const std::string rest = by_itself ? id.substr(kAuto.size()) : id;
    if (rest.empty() || rest.starts_with(order)) return;
    id = fmt::format("{}{}-{}", by_itself ? kAuto : "", order, rest);
  }
  void serial(std::string& id) const {
    if (id == "OLD-1") {
      id = world + id;
    } else if (id == "NEW") {
      own(id);
    }
  }

  void operator()(Begin& begin) const {
    begin.organisation = organisation;
    serial(begin.typed_serial);
  }
  void operator()(OpenPayment& body) const { own(body.attempt); }
  void operator()(ClosePayment& body) const { own(body.attempt); }
  void operator()(NotePayment& body) const { own(body.attempt); }
  void operator()(ReturnHeldPayment& body) const { own(body.attempt); }
  void operator()(AskRefund& body) const { own(body.refund); }
  void operator()(NoteRefund& body) const { own(body.refund); }
  void operator()(RetryRefund& body) const { own(body.refund); }
  void operator()(NoteMade& body) const { serial(body.certificate.serial); }
  void operator()(NoteDownloaded& body) const { serial(body.certificate.serial); }
  void operator()(NoteRevoked& body) const { serial(body.serial); }
  void operator()(StartDownload& body) const { serial(body.serial); }
  template <class T>
  void operator()(T&) const {}
};

}  // namespace

ExampleTerms::ExampleTerms() : terms_(std::make_shared<const ProjectTerms>(example_terms())) {}

ExampleTerms::Found ExampleTerms::current(const std::string& project) const {
  return project == terms_->id ? terms_ : nullptr;
}

ExampleTerms::Found ExampleTerms::with_digest(const std::string& project,
                                              const std::string& digest) const {
  return digest == terms_->digest ? current(project) : nullptr;
}

AStore::AStore(Backend backend)
    : now_ms(a_morning()),
      a(std::make_unique<ADatabase>(backend)),
      database(a->migrated(with_clock(now_ms))),
      orders(database, terms, WorkingDays::shipped()) {}

AStore::AStore(const Place& place)
    : now_ms(a_morning()),
      database(std::move(*Database::open(place, with_clock(now_ms)))),
      orders(database, terms, WorkingDays::shipped()) {}

AWorld::AWorld(AStore& store, std::uint64_t number, bool alone)
    : store_(store),
      number_(number),
      alone_(alone),
      random_(number),
      organisation_(fmt::format("91360600MA{:06}0A", number)),
      journeys_(kRandomOrders),
      told_(kRandomOrders) {
  for (std::size_t i = 0; i < journeys_.size(); ++i) {
    journeys_[i].id = order_id(i);
    journeys_[i].registry->serial = fmt::format("W{}-OLD-1", number_);
  }
  register_organisation();
}

std::string AWorld::order_id(std::size_t which) const {
  return fmt::format("W{}-O{}", number_, which + 1);
}

std::uint64_t AWorld::histories() const {
  const auto begun = [](const Journey& journey) { return journey.order.version > 0; };
  return static_cast<std::uint64_t>(std::ranges::count_if(journeys_, begun));
}

void AWorld::register_organisation() {
  const auto say_it = [&](org::Body body) {
    const org::Command command{
        fmt::format("W{}-o{}", number_, ++said_), {Role::Applicant, "x"}, std::move(body)};
    const auto said = store_.orders.say(organisation_, command);
    ASSERT_TRUE(said) << said.error().detail;
    ASSERT_TRUE(*said) << name_of(said->error().code);
  };
  say_it(org::SendCode{org::Purpose::Register, "13807010001", "d", true});
  say_it(org::EnterCode{org::Purpose::Register, "13807010001", "d"});
  say_it(org::Register{organisation_, "鹰潭市样例有限公司", "s", "张三", "13807010001"});
  const Journey& journey = journeys_.front();
  ASSERT_TRUE(
      store_.orders.import_certificate({organisation_, journey.terms.id, *journey.registry}));
}

void AWorld::hall_issues() {
  const org::Command command{fmt::format("W{}-o{}", number_, ++said_),
                             {Role::System, "hall"},
                             org::ImportMainKey{journeys_.front().terms.id, "HALL-1", {}}};
  ASSERT_TRUE(store_.orders.say(organisation_, command));
}

void AWorld::step() {
  if (random_() % 2000 == 0) return hall_issues();
  const std::size_t which = random_() % journeys_.size();
  const auto minutes = random_() % (random_() % 20 == 0 ? 20'000 : 20);
  if (alone_ && random_() % 10 == 0) store_.wait(std::chrono::minutes(minutes));
  Journey& journey = journeys_[which];
  journey.now = Instant(std::chrono::seconds(*store_.now_ms / 1000));
  tell(which, random_line(which, journey.order.stage, random_));
}

void AWorld::tell(std::size_t which, const std::string& line) {
  auto words = words_in(line);
  const Actor who = actor_of(words.front());
  words.erase(words.begin());
  for (Body& body : bodies_of(journeys_[which], words)) say(which, who, std::move(body));
}

Body AWorld::in_this_world(const std::string& order, Body body) const {
  const std::string world = fmt::format("W{}-", number_);
  std::visit(Renaming{order, organisation_, world}, body);
  return body;
}

void AWorld::say(std::size_t which, const Actor& who, Body body) {
  Journey& journey = journeys_[which];
  const Command command{fmt::format("{}-c{}", journey.id, ++journey.commands), who,
                        in_this_world(journey.id, std::move(body))};
  ++commands_;
  const auto said = store_.orders.say(journey.id, command);
  ASSERT_TRUE(said) << name_of(said.error().kind) << ": " << said.error().detail << " "
                    << said.error().constraint << " to "
                    << workflow::name_of(static_cast<CommandKind>(command.body.index()));
  if (!*said) {
    ++refusals_;
  } else {
    const bool happened = !(*said)->events.empty();
    journey.order = (*said)->order;
    if (happened) check(which, **said);
    if (happened && random_() % 20 == 0) {
      const auto again = store_.orders.say(journey.id, command);
      ASSERT_TRUE(again && *again && (*again)->events.empty()) << "a command taken twice";
    }
  }
  // What is stored is read anew for one refusal in four: that is half of what a world costs.
  if (random_() % (*said ? 8 : 4) == 0) check_stored(which);
}

void AWorld::check(std::size_t which, const Step& step) {
  Told& told = told_[which];
  const Event& event = step.events.front();
  told.log.push_back(event);
  told.settled += event.kind == EventKind::PaymentSettled;
  told.made += event.kind == EventKind::CertificateMade;
  told.revoked += event.kind == EventKind::CertificateRevoked;
  EXPECT_LE(told.settled, 1) << "paid twice";
  EXPECT_LE(told.made, 1) << "made twice";
  EXPECT_LE(told.revoked, told.made) << "revoked twice, or before the new one was made";
  for (const Attempt& attempt : step.order.attempts) {
    EXPECT_LE(refunded(step.order, attempt.id), attempt.paid) << "refunded more than was paid";
  }
  switch (event.kind) {
    case EventKind::ParcelSent:
    case EventKind::ParcelReceived:
    case EventKind::PaperAccepted:
    case EventKind::MakingStarted:
    case EventKind::DownloadStarted:
      EXPECT_EQ(told.settled, 1) << name_of(event.kind) << " before it was paid";
      break;
    default:
      break;
  }
}

// What is stored is the fold of what has happened, and a refusal has changed nothing of it.
void AWorld::check_stored(std::size_t which) {
  const auto stored = store_.orders.order(order_id(which));
  ASSERT_TRUE(stored) << stored.error().detail;
  EXPECT_TRUE(*stored == fold(told_[which].log)) << order_id(which);
}

void AWorld::check_at_end() {
  for (std::size_t which = 0; which < journeys_.size(); ++which) {
    check_stored(which);
    const auto history = store_.orders.history(order_id(which));
    ASSERT_TRUE(history);
    EXPECT_TRUE(*history == told_[which].log) << order_id(which);
  }
  const auto organisation = store_.orders.organisation(organisation_);
  ASSERT_TRUE(organisation);
  int issued = 0;
  for (std::size_t which = 0; which < journeys_.size(); ++which) {
    const Order& order = journeys_[which].order;
    const bool main = order.made && order.operation == Operation::New && order.variant == "main";
    issued += main;
  }
  const MainKey key = org::main_key_of(*organisation, journeys_.front().terms.id);
  const bool hall = key.serial == "HALL-1";
  EXPECT_LE(issued, 1) << "two main keys";
  EXPECT_TRUE(issued == 0 || key.state == MainKey::State::Issued);
  EXPECT_TRUE(hall || issued == 0 || key.order.starts_with("W")) << key.order;
}

}  // namespace vermilion::tests
