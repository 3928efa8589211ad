#pragma once

#include "service/review/case.hpp"
#include "service/review/trouble.hpp"
#include "service/store/orders/saying.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::review {

// What a reviewer decided, and what he had on the screen when he did.
struct Decision {
  struct OnDocument {
    std::string slot;
    std::string sha256;
    bool accepted = false;
    std::vector<std::string> reasons;
  };
  // Findings that block are to pass: the first person says why, the second says what he was shown.
  struct LetPass {
    std::string reason;
    std::string digest;
  };

  std::string digest;  // of the case
  std::vector<OnDocument> documents;
  bool wrong_project = false;
  std::optional<LetPass> let_pass;
};

struct Decided {
  enum class Outcome : std::uint8_t { Approved, Rejected, AsksSecondPerson };

  Outcome outcome = Outcome::Approved;
  std::uint64_t version = 0;  // of the order

  friend bool operator==(const Decided&, const Decided&) = default;
};
[[nodiscard]] std::string_view name_of(Decided::Outcome outcome);

// Reasons of reviewers are read by applicants; these are bounds of a page, not of thought.
inline constexpr std::size_t kReasonsMost = 30;
inline constexpr std::size_t kReasonBytesMost = 600;

// Whether it is a decision about this case at all: every document once, each as it was shown. Says
// what is stale before what is wrong: who looks again sees the rest for himself.
[[nodiscard]] Got<void> fits(const Decision& decision, const Case& shown);

// The id of its commands: the same decision by the same person is the same.
[[nodiscard]] std::string id_of(const Decision& decision, const std::string& order,
                                const std::string& reviewer);

// What it came to when it was said before; nothing: it was not.
[[nodiscard]] std::optional<Decided> decided_before(const workflow::Order& order,
                                                    std::span<const workflow::Event> history,
                                                    const std::string& id);

// Says all of it: a word on each document, then what they come to. A refusal of any is the refusal
// of all; undoing the transaction is the caller's.
[[nodiscard]] Got<Decided> say(const store::orders::Saying& saying, const Case& shown,
                               const std::string& reviewer, const Decision& decision);

}  // namespace vermilion::service::review
