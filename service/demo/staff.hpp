#pragma once

#include "service/demo/visitor.hpp"

#include <cstdint>
#include <string>

namespace vermilion::service::demo {

// Signs a member of the staff in, who sets up the second factor as everybody does the first time.
[[nodiscard]] Visitor staff_signed_in(std::uint16_t port, const std::string& login);

// What an authenticator shows now for a secret as it is told: base32.
[[nodiscard]] std::string shown_by_authenticator(const std::string& secret, std::int64_t now_s);

}  // namespace vermilion::service::demo
