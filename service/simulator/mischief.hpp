#pragma once

#include "service/simulator/playing.hpp"

#include <chrono>
#include <cstdint>
#include <random>
#include <vector>

// What a bad day does to callbacks. The same seed is the same day.
namespace vermilion::service::simulator {

// Of a hundred callbacks, how many each; one may suffer several.
struct Mischief {
  unsigned drop = 0;
  unsigned twice = 0;
  unsigned late = 0;                            // behind those that came after it: this reorders
  unsigned forge = 0;                           // a forgery comes besides
  std::chrono::milliseconds delay{0};           // of every one
  std::chrono::milliseconds late_delay{2'000};  // of the late ones, on top
};

// One delivery of a callback.
struct Delivery {
  Callback callback;
  std::chrono::milliseconds after{0};
  bool forged = false;
};

// What the settings and chance make of one callback.
[[nodiscard]] std::vector<Delivery> deliveries_of(const Callback& callback,
                                                  const Mischief& mischief,
                                                  std::mt19937_64& random);

// The callback with another body under the same signature: more money, another order.
[[nodiscard]] Callback forged(const Callback& callback, std::mt19937_64& random);

}  // namespace vermilion::service::simulator
