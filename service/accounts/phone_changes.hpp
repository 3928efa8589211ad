#pragma once

#include "service/accounts/asker.hpp"
#include "service/accounts/refused.hpp"
#include "service/accounts/visitor.hpp"
#include "workflow/organisation/organisation.hpp"

#include <cstdint>
#include <string>
#include <vector>

// Another telephone number for an account whose old one nobody answers any more.
namespace vermilion::service::accounts {

struct Accounts;

struct PhoneChangeAsked {
  std::string credit_code;
  std::string mobile;  // the new one, which got the code
  std::string code;
  std::string reason;
  std::string material;  // bytes of a scan of the stamped letter
};

// A letter fits into what a project takes of a scan.
inline constexpr std::size_t kMaterialBytesMax = std::size_t{1} << 20;

[[nodiscard]] Result<void> ask_phone_change(Accounts& accounts, const PhoneChangeAsked& asked,
                                            const Visitor& visitor);

struct PhoneChange {
  workflow::organisation::Organisation organisation;
  std::int64_t asked_at_s = 0;
};
// Those to decide, the longest waiting first.
[[nodiscard]] Result<std::vector<PhoneChange>> phone_changes(Accounts& accounts);

// Whoever has the new number sets a password by a code; the old one opens nothing any more.
[[nodiscard]] Result<void> approve_phone_change(Accounts& accounts, const Asker& asker,
                                                const std::string& credit_code);
[[nodiscard]] Result<void> refuse_phone_change(Accounts& accounts, const Asker& asker,
                                               const std::string& credit_code,
                                               const std::string& reason);

// The bytes that were sent, as they came; that somebody looked is noted.
[[nodiscard]] Result<std::string> phone_change_material(Accounts& accounts, const Asker& asker,
                                                        const std::string& credit_code);

}  // namespace vermilion::service::accounts
