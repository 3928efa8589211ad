#pragma once

#include "bench/service/a_demo.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace vermilion::service_load {

// What must be told to nobody: numbers, names and secrets that stand in no other text.
struct Canaries {
  std::vector<std::string> phones;
  std::vector<std::string> identities;  // of identity cards
  std::vector<std::string> names;
  std::vector<std::string> passwords;
  std::vector<std::string> tokens;
};
[[nodiscard]] Canaries canaries(std::size_t of_each);

struct Planted {
  std::size_t canaries = 0;
  std::size_t requests = 0;
  std::size_t errors = 0;          // of the answers, 400 and more
  std::size_t places = 0;          // texts that were searched
  std::vector<std::string> found;  // where, and which
};

// Says each in every way in which it can be said: well and badly, as members, as names of members,
// in paths, queries and headers, signed in and not. Then searches what the server wrote and
// answered: terminal, log, problems, metrics, the command lines of its processes, and the system's
// folder for temporary files.
Planted planted(const ADemo& demo, std::size_t of_each);

}  // namespace vermilion::service_load
