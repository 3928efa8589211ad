#pragma once

#include "service/demo/visitor.hpp"

#include <chrono>
#include <stop_token>
#include <string>
#include <thread>

namespace vermilion::service::demo {

// How long the server may take to do by itself what was asked for: a scan on a busy machine takes
// seconds, and several wait for each other.
inline constexpr std::chrono::seconds kComesWithin{120};

// What `look` gives once it gives something; asked to stop, there is nothing more to wait for.
template <class Look>
auto awaited(const std::string& what, const std::stop_token& stop, const Look& look) {
  const auto until = std::chrono::steady_clock::now() + kComesWithin;
  while (std::chrono::steady_clock::now() < until && !stop.stop_requested()) {
    if (auto found = look()) return *std::move(found);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  throw OffTheScript("nothing came of waiting for " + what);
}

}  // namespace vermilion::service::demo
