#pragma once

#include "service/simulator/partners.hpp"

#include <atomic>
#include <chrono>
#include <map>
#include <thread>

namespace vermilion::service::simulator {

// Brings callbacks to where they belong. One that is not answered well comes again, by gateways'
// habit in hours, here in seconds.
class Postman {
 public:
  explicit Postman(Partners& partners);
  ~Postman();

 private:
  struct Letter {
    Delivery delivery;
    int tries = 0;
  };
  using Clock = std::chrono::steady_clock;

  void walk();
  void collect();
  void deliver(Letter letter);

  Partners& partners_;
  std::multimap<Clock::time_point, Letter> letters_;
  std::atomic<bool> stop_{false};
  std::thread thread_;
};

}  // namespace vermilion::service::simulator
