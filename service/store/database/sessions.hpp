#pragma once

#include "service/store/database/connection.hpp"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

namespace vermilion::service::store::database {

// The connections, at most so many. Who finds none free waits; Poco's own pool throws at once, and
// opens connections while it holds its lock, so that one dead host stops everybody.
class Sessions {
 public:
  Sessions(Place place, int limit, std::chrono::milliseconds wait)
      : place_(std::move(place)), free_places_(limit), wait_(wait) {}

  // Throws Broken: Busy when none came free in time, Down when none can be opened.
  std::unique_ptr<Connection> take();
  // Back it goes; with a transaction still open it is cleaned, and if that fails it is closed.
  void give_back(std::unique_ptr<Connection> connection) noexcept;
  // Instead of one that is dead.
  std::unique_ptr<Connection> another(std::unique_ptr<Connection> dead);

  const Place& place() const { return place_; }
  int unclean_returns() const;

 private:
  void free_place() noexcept;

  const Place place_;
  mutable std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<Connection>> idle_;
  int free_places_;  // taken by neither an idle connection in use nor one being opened
  int unclean_returns_ = 0;
  const std::chrono::milliseconds wait_;
};

// One of them for as long as the scope lasts.
class Lease {
 public:
  explicit Lease(Sessions& sessions) : sessions_(sessions), connection_(sessions.take()) {}
  Lease(const Lease&) = delete;
  Lease& operator=(const Lease&) = delete;
  ~Lease() {
    if (connection_) sessions_.give_back(std::move(connection_));
  }

  // Another connection in place of one that is dead.
  void renew();

  Connection& operator*() { return *connection_; }
  Connection* operator->() { return connection_.get(); }

 private:
  Sessions& sessions_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace vermilion::service::store::database
