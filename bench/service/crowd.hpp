#pragma once

#include "bench/service/times.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vermilion::service_load {

// How a crowd takes its time.
enum class Dawdling : std::uint8_t {
  Header,  // a line of a header every few seconds, without end
  Body,    // a body announced large, a byte every few seconds
  Idle,    // one request, then silence on the open connection
  Reading  // asks for a page and takes the answer byte by byte
};

struct Calm {
  Times honest;                     // of the requests of the honest one
  std::vector<std::string> failed;  // what became of those that were not answered well
  std::size_t held_most = 0;        // connections of the crowd that were open at once
  std::size_t begun = 0;            // that it began: who is shown the door comes back at once
};

// So many connections from two hundred addresses to the nginx on this port, each held as long as
// it is borne, while an honest client at another address asks twenty times a second.
Calm honest_among(Dawdling how, std::size_t connections, std::uint16_t port,
                  std::chrono::seconds how_long);

}  // namespace vermilion::service_load
