#include "service/store/database/sessions.hpp"

#include <utility>

namespace vermilion::service::store::database {

std::unique_ptr<Connection> Sessions::take() {
  {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_for(lock, wait_, [&] { return free_places_ > 0; })) {
      throw Broken{{ErrorKind::Busy, "all sessions are in use", {}}};
    }
    --free_places_;
    if (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      return connection;
    }
  }
  return another(nullptr);
}

std::unique_ptr<Connection> Sessions::another(std::unique_ptr<Connection> dead) {
  dead.reset();
  try {
    return open(place_);
  } catch (...) {
    free_place();
    throw;
  }
}

void Lease::renew() {
  connection_ = sessions_.another(std::move(connection_));
}

void Sessions::give_back(std::unique_ptr<Connection> connection) noexcept {
  const bool unclean = connection->is_in_transaction();
  if (unclean) connection->rollback();
  const bool reusable = connection->is_alive() && !connection->is_in_transaction();
  if (!reusable) connection.reset();
  {
    const std::lock_guard lock(mutex_);
    unclean_returns_ += unclean;
    if (connection) idle_.push_back(std::move(connection));
  }
  free_place();
}

void Sessions::free_place() noexcept {
  {
    const std::lock_guard lock(mutex_);
    ++free_places_;
  }
  freed_.notify_one();
}

int Sessions::unclean_returns() const {
  const std::lock_guard lock(mutex_);
  return unclean_returns_;
}

}  // namespace vermilion::service::store::database
