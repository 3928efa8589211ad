#pragma once

#include "workflow/instant.hpp"

#include <cstdint>
#include <string>

namespace vermilion::workflow {

// What an organisation's ledger says about its one main key (主锁) of a project. Once issued it is
// never free again: who ever had a main key may apply for sub keys only.
struct MainKey {
  enum class State : std::uint8_t { Free, Reserved, Issued };

  State state = State::Free;
  std::string order;   // that reserved it or had it made; empty: issued at the hall
  std::string serial;  // of the certificate issued
  Instant valid_until{};

  friend bool operator==(const MainKey&, const MainKey&) = default;
};

}  // namespace vermilion::workflow
