#pragma once

#include "workflow/approval.hpp"

#include <string>
#include <vector>

// What reviewers say, and what two persons agree on.
namespace vermilion::workflow::commands {

struct ClaimReview {
  friend bool operator==(const ClaimReview&, const ClaimReview&) = default;
};

struct ReleaseReview {
  friend bool operator==(const ReleaseReview&, const ReleaseReview&) = default;
};

struct DecideDocument {
  std::string slot;
  std::string sha256;  // of the scan that was looked at
  bool accepted = false;
  std::vector<std::string> reasons = {};

  friend bool operator==(const DecideDocument&, const DecideDocument&) = default;
};

struct Approve {
  friend bool operator==(const Approve&, const Approve&) = default;
};

struct Reject {
  bool wrong_project = false;  // only a new order helps

  friend bool operator==(const Reject&, const Reject&) = default;
};

struct AskSecondPerson {
  Matter matter = Matter::OverrideFinding;
  std::string reason;
  std::string digest;  // of the subject shown

  friend bool operator==(const AskSecondPerson&, const AskSecondPerson&) = default;
};

struct ConfirmAsSecond {
  Matter matter = Matter::OverrideFinding;
  std::string digest;

  friend bool operator==(const ConfirmAsSecond&, const ConfirmAsSecond&) = default;
};

struct WithdrawQuestion {
  Matter matter = Matter::OverrideFinding;

  friend bool operator==(const WithdrawQuestion&, const WithdrawQuestion&) = default;
};

}  // namespace vermilion::workflow::commands
