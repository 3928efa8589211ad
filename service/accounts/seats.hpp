#pragma once

#include "service/accounts/asker.hpp"
#include "service/accounts/refused.hpp"

#include <string>
#include <vector>

namespace vermilion::service::accounts {

struct Accounts;

struct Seat {
  std::string id;
  std::string person;
  std::string mobile;
  bool has_password = false;
};

[[nodiscard]] Result<std::vector<Seat>> seats_of(Accounts& accounts,
                                                 const std::string& credit_code);

// Its person sets a password by a code to that number.
[[nodiscard]] Result<Seat> add_seat(Accounts& accounts, const Asker& asker,
                                    const std::string& person, const std::string& mobile);
// Of the asker's organisation; anything else is not there. `session` is the asker's and goes on.
[[nodiscard]] Result<void> remove_seat(Accounts& accounts, const Asker& asker,
                                       const std::string& session, const std::string& seat);

}  // namespace vermilion::service::accounts
