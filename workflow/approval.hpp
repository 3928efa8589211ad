#pragma once

#include "workflow/instant.hpp"
#include "workflow/refusal.hpp"
#include "workflow/role.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>

// Two persons for what cannot be undone. The first is shown a subject (a canonical text of
// everything that matters) and asks; the second is shown it too and confirms the same digest. What
// has changed in between was never shown, so a confirmation of it does not count.
namespace vermilion::workflow {

enum class Matter : std::uint8_t {
  OverrideFinding,    // approve an order in spite of a blocking finding
  RevokeByReissue,    // the chosen certificate dies when the new one is made
  RefundAfterMaking,  // money back though the certificate exists
  Rename,             // of an organisation
  PublishRules,       // a rule set for everybody
};
std::string_view name_of(Matter matter);

struct Approval {
  Matter matter = Matter::OverrideFinding;
  std::string digest;  // of the subject as it was shown to the first person
  Actor asked_by;
  Instant asked_at{};
  std::string reason;
  Actor confirmed_by;  // empty id: not yet
  Instant confirmed_at{};

  bool confirmed() const { return !confirmed_by.id.empty(); }
  // Confirmed, and of the subject as it is now.
  bool covers(std::string_view digest_now) const { return confirmed() && digest == digest_now; }

  friend bool operator==(const Approval&, const Approval&) = default;
};

// The second person's word. `shown` is the digest of what that person saw, `digest_now` that of the
// subject as it stands.
[[nodiscard]] tl::expected<Approval, Refusal> confirm(Approval asked, const Actor& second,
                                                      std::string_view shown,
                                                      std::string_view digest_now, Instant now);

}  // namespace vermilion::workflow
