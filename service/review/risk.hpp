#pragma once

#include "service/review/readings.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

// How much there is to look at in an order: what decides who comes first in the queue, and what a
// reviewer is told before he opens it.
namespace vermilion::service::review {

enum class Sign : std::uint8_t {
  Unreadable,     // a scan nobody could look at
  Overridden,     // a finding that blocks, let pass or still in the way
  Forgery,        // something looks copied, pasted or altered
  Disagreement,   // names or codes are not those of the order
  Referred,       // the machine asks for a person, for each document
  Sampled,        // shown though the machine accepted it
  OftenRejected,  // of this organisation, more than a third in the last year
  FirstOrder,     // nothing of this organisation was ever approved
  Revokes,        // a certificate dies by it
};
inline constexpr std::size_t kSigns = static_cast<std::size_t>(Sign::Revokes) + 1;

struct Weight {
  Sign sign;
  std::string_view code;  // stable: "forgery"
  int points;             // of 100
  std::string_view zh;
  std::string_view en;
  std::string_view because;  // why it weighs this much
};

// The one table, in the order of the enumeration.
[[nodiscard]] std::span<const Weight> weights();
[[nodiscard]] const Weight& weight_of(Sign sign);

// What is known of an order besides its documents.
struct Circumstances {
  int decided = 0;   // documents of this organisation in the last year
  int rejected = 0;  // of them
  bool approved_before = false;
  bool revokes = false;
};

struct Risk {
  int points = 0;  // 0 … 100
  std::vector<Sign> signs;

  friend bool operator==(const Risk&, const Risk&) = default;
};

// Pure; signs in the order of the table, each once.
[[nodiscard]] Risk risk_of(std::span<const Reading> readings, const Circumstances& circumstances);

// Findings that hint at a forged document rather than a careless scan.
[[nodiscard]] bool hints_at_forgery(std::string_view finding_code);

}  // namespace vermilion::service::review
