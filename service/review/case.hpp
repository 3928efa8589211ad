#pragma once

#include "service/review/readings.hpp"
#include "service/review/reasons.hpp"
#include "workflow/event.hpp"
#include "workflow/order.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

// Everything a reviewer has on the screen, and the digest that a decision must carry.
namespace vermilion::service::review {

// What was said of the scan that lay in the slot before this one.
struct Previous {
  std::string sha256;
  std::optional<std::int64_t> version = {};  // in its slot
  bool accepted = false;
  std::vector<std::string> reasons;

  friend bool operator==(const Previous&, const Previous&) = default;
};

struct ShownDocument {
  std::string slot;
  std::string name_zh;
  std::string name_en;
  workflow::Document document;
  std::optional<Reading> reading;  // unset: it was not inspected yet
  std::optional<std::int64_t> version;
  std::string etag;               // of the report
  nlohmann::ordered_json report;  // null: none yet
  std::vector<Reason> reasons;
  bool to_look_at = true;  // not accepted by the machine, or drawn as a sample
  std::optional<Previous> previous;
};

// A colleague asks for a second person to let findings pass.
struct SecondPerson {
  std::string asked_by;
  std::string reason;
  std::string digest;  // of the subject as it stands
};

struct Case {
  workflow::Order order;
  std::vector<ShownDocument> documents;  // in the order of the project's slots
  std::optional<SecondPerson> second;
  std::string digest;
};

// What was decided of each slot's last scan but the present one.
[[nodiscard]] std::optional<Previous> previous_in(std::span<const workflow::Event> history,
                                                  const workflow::Order& order,
                                                  const std::string& slot);

// An open question about a finding; unset: there is none.
[[nodiscard]] std::optional<SecondPerson> second_person(const workflow::Order& order);

// Of what is shown: the parties, each scan with what the machine said of it, the round, who asks
// for a second person. Not of the lease: a heartbeat changes nothing on the screen. Lengths before
// values, so that no two cases read alike.
[[nodiscard]] std::string digest_of(const workflow::Order& order,
                                    const std::vector<ShownDocument>& documents);

}  // namespace vermilion::service::review
