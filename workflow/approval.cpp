#include "workflow/approval.hpp"

#include <array>
#include <utility>

namespace vermilion::workflow {

std::string_view name_of(Matter matter) {
  constexpr std::array<std::string_view, 5> kNames{
      "override_finding", "revoke_by_reissue", "refund_after_making", "rename", "publish_rules"};
  return kNames[static_cast<std::size_t>(matter)];
}

tl::expected<Approval, Refusal> confirm(Approval asked, const Actor& second, std::string_view shown,
                                        std::string_view digest_now, Instant now) {
  const auto refused = [](RefusalCode code) { return tl::unexpected(Refusal{code, {}}); };
  if (second.id.empty() || second.id == asked.asked_by.id) {
    return refused(RefusalCode::SecondPersonIsFirst);
  }
  if (asked.digest != digest_now) return refused(RefusalCode::ApprovalOutdated);
  if (shown != asked.digest) return refused(RefusalCode::ShownSomethingElse);
  asked.confirmed_by = second;
  asked.confirmed_at = now;
  return asked;
}

}  // namespace vermilion::workflow
