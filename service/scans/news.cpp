#include "service/scans/news.hpp"

#include "service/scans/scan.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <thread>
#include <utility>

namespace vermilion::service::scans {
namespace {

using json = nlohmann::ordered_json;
using store::database::Transaction;
using Clock = std::chrono::steady_clock;

std::string event(std::string_view name, const json& data) {
  return fmt::format("event: {}\ndata: {}\n\n", name, data.dump());
}

}  // namespace

store::database::Result<Standing> standing(store::database::Database& database,
                                           const std::string& order) {
  return database.read([&](Transaction& reading) {
    Standing now;
    const auto row = reading.row<std::int64_t>("SELECT version FROM orders WHERE id = $1", {order});
    if (row) now.order_version = std::get<0>(*row);
    for (const Scan& scan : present_scans(reading, order)) {
      const auto seen = find_seen(reading, scan);
      now.slots[scan.slot] = {scan.sha256, scan.version, seen ? seen->verdict : ""};
    }
    return now;
  });
}

std::string events_between(const Standing& before, const Standing& now) {
  std::string events;
  if (now.order_version != before.order_version) {
    events += event("order", {{"version", now.order_version}});
  }
  for (const auto& [slot, lies] : now.slots) {
    const auto lay = before.slots.find(slot);
    if (lies.verdict.empty() || (lay != before.slots.end() && lay->second == lies)) continue;
    events += event("report", {{"slot", slot},
                               {"version", lies.version},
                               {"sha256", lies.sha256},
                               {"verdict", lies.verdict}});
  }
  return events;
}

struct Streams::Count {
  std::mutex mutex;
  std::map<std::string, unsigned> of;
  unsigned all = 0;
};

namespace {

// One stream on its way.
class Stream {
 public:
  Stream(store::database::Database& database, std::string order, Streams::Habits habits,
         const std::atomic<bool>& stopping)
      : database_(database),
        order_(std::move(order)),
        habits_(habits),
        stopping_(stopping),
        ends_at_(Clock::now() + habits.life),
        spoke_at_(Clock::now()) {}

  std::optional<std::string> next() {
    while (!stopping_ && Clock::now() < ends_at_) {
      std::string said = look();
      if (said.empty() && Clock::now() - spoke_at_ >= habits_.silence) said = ": still here\n\n";
      if (!said.empty()) {
        spoke_at_ = Clock::now();
        return said;
      }
      std::this_thread::sleep_for(habits_.look);
    }
    return std::nullopt;
  }

 private:
  // A database that does not answer now may do so next time.
  std::string look() {
    auto now = standing(database_, order_);
    if (!now) return {};
    std::string events = events_between(before_, *now);
    before_ = *std::move(now);
    return events;
  }

  store::database::Database& database_;
  const std::string order_;
  const Streams::Habits habits_;
  const std::atomic<bool>& stopping_;
  const Clock::time_point ends_at_;
  Clock::time_point spoke_at_;
  Standing before_;
};

}  // namespace

Streams::Streams() : Streams(Habits{}) {}
Streams::Streams(Habits habits) : habits_(habits), count_(std::make_shared<Count>()) {}

std::optional<Streams::Pieces> Streams::open(store::database::Database& database,
                                             const std::string& order, const std::string& account,
                                             const std::atomic<bool>& stopping) {
  {
    const std::scoped_lock lock(count_->mutex);
    if (count_->all >= habits_.at_once || count_->of[account] >= habits_.of_one) {
      return std::nullopt;
    }
    ++count_->all;
    ++count_->of[account];
  }
  const auto leave = [count = count_, account](Stream* stream) {
    delete stream;
    const std::scoped_lock lock(count->mutex);
    --count->all;
    if (--count->of[account] == 0) count->of.erase(account);
  };
  const std::shared_ptr<Stream> stream(new Stream(database, order, habits_, stopping), leave);
  return Pieces([stream] { return stream->next(); });
}

unsigned Streams::open_now() const {
  const std::scoped_lock lock(count_->mutex);
  return count_->all;
}

}  // namespace vermilion::service::scans
