#include "service/running/installation.hpp"

#include "service/orders/codes.hpp"
#include "service/running/alarms.hpp"
#include "workflow/working_days.hpp"

#include <stdexcept>
#include <utility>

namespace vermilion::service::running {

using effects::Carried;
using effects::Outcome;
using effects::Task;
using store::database::Transaction;
using workflow::EffectKind;

tl::expected<std::unique_ptr<Installation>, std::string> Installation::open(
    Kept& kept, const store::orders::Terms& terms, const Places& places, const Hands& hands,
    Report report) {
  effects::Partners partners;
  partners.world.stamps = effects::real_stamps();
  if (!places.partners.empty()) {
    auto read = effects::read_partners(places.partners);
    if (!read) return tl::unexpected(read.error());
    partners = std::move(*read);
  }
  std::unique_ptr<Installation> opened(
      new Installation(kept, terms, std::move(partners), hands, std::move(report)));
  if (!places.authority.empty()) {
    auto making = Making::open(places.authority, kept.database(), opened->key_requests_,
                               opened->world().stamps);
    if (!making) return tl::unexpected(making.error());
    opened->making_ = std::move(*making);
    opened->world().certificates = &opened->making_->maker();
  }
  return opened;
}

Installation::Installation(Kept& kept, const store::orders::Terms& terms,
                           effects::Partners partners, const Hands& hands, Report report)
    : kept_(kept),
      report_(std::move(report)),
      partners_(std::move(partners)),
      orders_(
          kept.database(), terms, workflow::WorkingDays::shipped(), &kept.marks(),
          [this](const store::database::Error& error) { report_("marks", error.detail); },
          [this](const store::jobs::Asked& asked) { crew_.call(asked); }),
      jobs_(orders_),
      key_requests_(kept.database()),
      reception_(orders_, partners_.world),
      callbacks_(reception_, partners_.ears, orders_, partners_.world.stamps),
      crew_(hands) {
  // Thrown so that the runner leaves the job alone: once its lease is over it is carried again.
  world().show = [this](const std::string& key, const std::string& url) {
    const auto shown = orders::keep_code(database(), key, url);
    if (!shown) throw std::runtime_error(shown.error().detail);
  };
}

Installation::~Installation() {
  stop();
}

void Installation::start(InHouse who, std::vector<Round> rounds) {
  who.emplace(EffectKind::RaiseAlarm, [this](const Task& task) { return raise_alarm(task); });
  // Whom to call stands on the list of orders, and who has called says so there.
  who.emplace(EffectKind::CallAgent, [](const Task&) { return Carried{}; });
  world().in_house = in_house(std::move(who));
  crew_.start(jobs_, world(), [this](const std::string& what) { report_("runner", what); });
  rounds_.emplace(
      database(), std::move(rounds),
      [this](const std::string& round, const std::string& what) { report_(round, what); });
}

void Installation::ask_to_stop() {
  if (rounds_) rounds_->ask_to_stop();
  crew_.ask_to_stop();
}

void Installation::stop() {
  if (!rounds_) return;
  ask_to_stop();
  crew_.stop();
  rounds_.reset();
  if (const auto settled = kept_.marks().settle(); !settled)
    report_("marks", settled.error().detail);
}

Installation::Load Installation::load() {
  const auto counted = database().read([](Transaction& transaction) {
    Load load;
    for (const auto& [state, count] :
         transaction.rows<std::string, std::int64_t>("SELECT state, COUNT(*) FROM jobs WHERE state "
                                                     "IN ('waiting', 'dead') GROUP BY state")) {
      (state == "dead" ? load.dead : load.waiting) = count;
    }
    return load;
  });
  return counted.value_or(Load{});
}

Outcome<Carried> Installation::raise_alarm(const Task& task) {
  const auto event = task.effect.words.find("event");
  const std::string kind = event == task.effect.words.end() ? "order" : event->second;
  const auto raised = raise(database(), {task.effect.key, kind, task.order.id, "", 0});
  if (!raised) return effects::failed(effects::Failure::Kind::Later, raised.error().detail);
  if (*raised) report_("alarm", task.effect.key);
  return Carried{};
}

}  // namespace vermilion::service::running
