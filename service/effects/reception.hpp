#pragma once

#include "service/effects/callbacks.hpp"
#include "service/effects/world.hpp"
#include "service/store/orders/orders.hpp"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace vermilion::service::effects {

// Between partners' news and the orders in the store.
class Reception {
 public:
  // Both must outlive it.
  Reception(store::orders::Orders& orders, World& world) : orders_(orders), world_(world) {}

  // Stored: answer the partner so. Refused: it concerns nothing we know, or not yet; let it come
  // again. Broken: the database could not; let it come again.
  enum class Answer : std::uint8_t { Stored, Refused, Broken };

  // The callback is remembered and its command said in one transaction; heard a second time it does
  // nothing. Where it only says that there is news, the channel is asked.
  [[nodiscard]] Answer take(const Heard& heard);

  // Orders that wait for partners are asked after, the longest first; gives how many commands came
  // of it. For callbacks that never come: to be done every half minute or so. Asked to stop, it ends
  // after the order it is at.
  [[nodiscard]] store::database::Result<int> ask_after_all(int most = 1000,
                                                           const std::stop_token& stop = {});

 private:
  store::database::Result<std::string> order_of(const Heard& heard);
  Answer say(const std::string& order, const Heard& heard);
  store::database::Result<int> ask_after_one(const std::string& order);

  store::orders::Orders& orders_;
  World& world_;
};

}  // namespace vermilion::service::effects
