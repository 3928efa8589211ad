#pragma once

#include "workflow/organisation/apply.hpp"

#include <optional>
#include <string>

namespace vermilion::tests {

// An organisation that is told things, one command after the other.
class Account {
 public:
  // The code of a refusal, nothing if taken.
  std::optional<workflow::RefusalCode> say(workflow::Role role, workflow::organisation::Body body,
                                           const std::string& who = "1");
  workflow::organisation::EventKind last_event() const { return log.back().kind; }
  bool asked_for(workflow::organisation::EffectKind kind) const;

  workflow::organisation::Organisation organisation;
  workflow::Instant now;
  std::vector<workflow::organisation::Event> log;
  std::vector<workflow::organisation::Effect> effects;
  workflow::Refusal last_refusal;

 private:
  int commands_ = 0;
};

inline constexpr const char* kCreditCode = "91360600MA35DEM06M";
inline constexpr const char* kMobile = "13807010001";

// Nobody has registered it.
[[nodiscard]] Account unregistered();
// Registered as 鹰潭市样例(有限)公司, with half-width brackets, on 9 March 2026.
[[nodiscard]] Account registered();

}  // namespace vermilion::tests
