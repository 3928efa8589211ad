#pragma once

#include "service/effects/cashier.hpp"
#include "service/simulator/book.hpp"
#include "service/simulator/mischief.hpp"
#include "service/simulator/sides.hpp"

#include <mutex>
#include <random>
#include <string>
#include <vector>

namespace vermilion::service::simulator {

// Everybody outside, played: answers requests on their wire, and does what a person at the page
// asks for. Callbacks pile up until they are taken. Several threads may use it at once; what
// chance does follows the seed and the order of events.
class Partners {
 public:
  Partners(Sides sides, Mischief mischief, std::uint64_t seed, effects::Stamps stamps);

  // To whom it is, the path and the headers tell. 404 for nobody.
  [[nodiscard]] http::Answer answer(const http::Request& request);

  // The payer pays, the refund goes through or not. False: there is nothing of that kind.
  bool pay(const TradeKey& key);
  bool refund(const TradeKey& key, bool well);
  bool verify(const std::string& order, bool passed);
  // By 快递100's code: "0" underway, "3" signed for, "14" refused.
  bool move(const ParcelKey& key, const std::string& state, const std::string& place);
  // Once more, as gateways do that were not answered.
  bool call_again(const TradeKey& key);

  void set(const Mischief& mischief);
  void set_refunds_at_once(bool at_once);
  // The next request is taken and never answered.
  void swallow_next_answer();
  [[nodiscard]] bool takes_the_answer();

  [[nodiscard]] std::vector<Delivery> take_deliveries();
  [[nodiscard]] Book book() const;
  [[nodiscard]] Mischief mischief() const;
  const Sides& sides() const { return sides_; }

 private:
  void call_back(const Callback& callback);
  void call_back_about(const Refund& refund);
  http::Answer played(const http::Request& request, const Stamp& stamp);

  const Sides sides_;
  const effects::Stamps stamps_;
  mutable std::mutex mutex_;
  Mischief mischief_;
  std::mt19937_64 random_;
  Book book_;
  bool swallow_ = false;
  std::vector<Delivery> deliveries_;
};

}  // namespace vermilion::service::simulator
