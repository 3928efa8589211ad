#pragma once

#include "service/review/readings.hpp"
#include "workflow/order.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Everything a reviewer has on the screen, and the digest that a decision must carry.
namespace vermilion::service::review {

// Why a document may be refused, as reviewers choose it and applicants read it.
struct Reason {
  std::string code;  // of a finding; else of a question that a person answers: "review/<rule>"
  std::string zh;
  std::string en;
  bool from_finding = false;  // the machine found it: chosen unless the reviewer says otherwise

  friend bool operator==(const Reason&, const Reason&) = default;
};

struct ShownDocument {
  std::string slot;
  std::string name_zh;
  std::string name_en;
  workflow::Document document;
  Reading reading;
  nlohmann::ordered_json report;  // null: none yet
  nlohmann::ordered_json cross;   // findings across documents
  std::vector<Reason> reasons;
  bool to_look_at = false;  // not accepted by the machine, or drawn as a sample
  std::string previous_sha256;              // of the scan it replaces; empty: none
  std::vector<std::string> previous_reasons;  // why that one was refused
};

struct Case {
  workflow::Order order;
  std::vector<ShownDocument> documents;
  std::string digest;
};

// Of what is shown: the order's parties, each scan with what the machine said of it, the round, who
// asks for a second person. Not of the lease: a heartbeat changes nothing on the screen. Lengths
// before values, so that no two cases read alike.
[[nodiscard]] std::string digest_of(const workflow::Order& order,
                                    const std::vector<ShownDocument>& documents);

}  // namespace vermilion::service::review
