#pragma once

#include "service/accounts/asker.hpp"
#include "service/scans/scan.hpp"
#include "service/store/database/database.hpp"
#include "workflow/order.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Who of the staff sees which scan, and that it is written down.
namespace vermilion::service::scans {

inline constexpr std::string_view kOwn = "own";

// Why an asker may see the scans of an order now; nothing: he may not. Applicants see their own
// (kOwn), reviewers what they have claimed (`review`), operators what lies before them on paper
// (`paper_check`), auditors what is under audit (`audit`). Whether the order may be known at all is
// decided before.
[[nodiscard]] std::optional<std::string_view> reason_to_see(const accounts::Asker& asker,
                                                            const workflow::Order& order,
                                                            workflow::Instant now);

struct View {
  std::int64_t number = 0;  // of its ledger entry
  std::int64_t at_s = 0;
  std::string viewer;
  std::string order;
  std::string slot;
  std::int64_t version = 0;
  std::string why;
  std::string request;

  friend bool operator==(const View&, const View&) = default;
};

// A row and an entry of the ledger, before anything is shown.
[[nodiscard]] store::database::Result<void> note_view(store::database::Database& database,
                                                      View view);

// Empty: any. The latest first, from before `before` on.
struct ViewFilter {
  std::string order = {};
  std::string viewer = {};
  std::optional<std::int64_t> before = {};
  int limit = 100;
};
[[nodiscard]] store::database::Result<std::vector<View>> views(store::database::Database& database,
                                                               const ViewFilter& filter);

}  // namespace vermilion::service::scans
