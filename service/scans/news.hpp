#pragma once

#include "service/store/database/database.hpp"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

// What happens to an order, told as it happens: server-sent events.
namespace vermilion::service::scans {

// The order and its reports as of one moment.
struct Standing {
  struct Slot {
    std::string sha256;
    std::int64_t version = 0;
    std::string verdict;  // empty: not inspected yet

    friend bool operator==(const Slot&, const Slot&) = default;
  };

  std::int64_t order_version = 0;
  std::map<std::string, Slot> slots;

  friend bool operator==(const Standing&, const Standing&) = default;
};
[[nodiscard]] store::database::Result<Standing> standing(store::database::Database& database,
                                                         const std::string& order);

// The difference as events: `order` {version}, `report` {slot, version, sha256, verdict}. Empty:
// nothing has happened. From nothing, everything as it stands.
[[nodiscard]] std::string events_between(const Standing& before, const Standing& now);

// Each stream keeps a thread of the server, so there are few; who gets none asks for the order and
// the reports again and again instead.
class Streams {
 public:
  struct Habits {
    unsigned at_once = 8;
    unsigned of_one = 2;                        // account
    std::chrono::milliseconds look{100};        // how often; a few small reads each
    std::chrono::milliseconds silence{15'000};  // then a remark, so that nobody thinks us gone
    std::chrono::milliseconds life{180'000};    // then the browser connects again
  };

  Streams();
  explicit Streams(Habits habits);

  // Gives the next piece of the stream, waiting for it; nothing at its end. Nothing at all: too
  // many are open. `stopping` ends it early.
  using Pieces = std::function<std::optional<std::string>()>;
  [[nodiscard]] std::optional<Pieces> open(store::database::Database& database,
                                           const std::string& order, const std::string& account,
                                           const std::atomic<bool>& stopping);
  [[nodiscard]] unsigned open_now() const;

 private:
  struct Count;
  Habits habits_;
  std::shared_ptr<Count> count_;
};

}  // namespace vermilion::service::scans
