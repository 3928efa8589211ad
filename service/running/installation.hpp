#pragma once

#include "service/effects/partners.hpp"
#include "service/effects/reception.hpp"
#include "service/running/callbacks.hpp"
#include "service/running/crew.hpp"
#include "service/running/in_house.hpp"
#include "service/running/kept.hpp"
#include "service/running/key_requests.hpp"
#include "service/running/making.hpp"
#include "service/running/rounds.hpp"
#include "service/store/jobs/jobs.hpp"

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::running {

// What is said where nobody waits for an answer: who says it, and what.
using Report = std::function<void(std::string_view who, std::string_view what)>;

// An installation as it runs: orders in a store, everybody outside, and what goes on between them
// without anybody asking. Built first, then wired to the other rooms, then started.
class Installation {
 public:
  // Kept and terms must outlive it. Partners and authority are read from their places; a place that
  // is not named is a partner that is not set up.
  [[nodiscard]] static tl::expected<std::unique_ptr<Installation>, std::string> open(
      Kept& kept, const store::orders::Terms& terms, const Places& places, const Hands& hands,
      Report report);
  ~Installation();
  Installation(const Installation&) = delete;
  Installation& operator=(const Installation&) = delete;

  Kept& kept() { return kept_; }
  store::database::Database& database() { return kept_.database(); }
  store::orders::Orders& orders() { return orders_; }
  store::jobs::Jobs& jobs() { return jobs_; }
  effects::Reception& reception() { return reception_; }
  Callbacks& callbacks() { return callbacks_; }
  KeyRequests& key_requests() { return key_requests_; }
  const effects::Partners& partners() const { return partners_; }
  // To be completed before it is started.
  effects::World& world() { return partners_.world; }
  // Null: certificates are made elsewhere, or not at all.
  Making* making() { return making_.get(); }
  void report(std::string_view who, std::string_view what) const { report_(who, what); }

  // Alarms are raised here; the rest of the house is who the other rooms enter.
  void start(InHouse who, std::vector<Round> rounds);
  void ask_to_stop();
  // What has begun is ended, nothing new is begun; marks are forced to the disk.
  void stop();

  // How many jobs stand in which state.
  struct Load {
    std::int64_t waiting = 0;
    std::int64_t dead = 0;
  };
  [[nodiscard]] Load load();

 private:
  Installation(Kept& kept, const store::orders::Terms& terms, effects::Partners partners,
               const Hands& hands, Report report);
  effects::Outcome<effects::Carried> raise_alarm(const effects::Task& task);

  Kept& kept_;
  Report report_;
  effects::Partners partners_;
  store::orders::Orders orders_;
  store::jobs::Jobs jobs_;
  KeyRequests key_requests_;
  effects::Reception reception_;
  Callbacks callbacks_;
  std::unique_ptr<Making> making_;
  Crew crew_;  // called by orders that put jobs; at work once it is started
  std::optional<Rounds> rounds_;
};

}  // namespace vermilion::service::running
