#pragma once

#include "service/orders/json.hpp"
#include "service/projects/kept.hpp"
#include "service/store/orders/lists.hpp"
#include "workflow/event.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Several at once: lines of a list, what has happened to an order, certificates.
namespace vermilion::service::orders {

[[nodiscard]] Json line_json(const store::orders::Line& line, const rules::Project* rules);

// Where a list goes on, as it is told and said: nothing is in it that the list did not show.
[[nodiscard]] std::string cursor_of(const store::orders::Line& line);
[[nodiscard]] std::optional<store::orders::Behind> place_of(std::string_view cursor);

// The oldest first. Who of the staff it was is for staff.
[[nodiscard]] Json history_json(const std::vector<workflow::Event>& events, bool for_staff);

// A certificate of an organisation, and what the project does about it online today.
struct OwnCertificate {
  workflow::Certificate certificate;
  std::string project;
  bool revoked = false;
};
[[nodiscard]] std::vector<OwnCertificate> certificates_of(store::database::Transaction& transaction,
                                                          const std::string& organisation);
[[nodiscard]] Json certificate_json(const OwnCertificate& own, const projects::Kept& rules,
                                    workflow::Instant now);

}  // namespace vermilion::service::orders
