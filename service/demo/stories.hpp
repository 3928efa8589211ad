#pragma once

#include "service/demo/papers.hpp"

#include <span>
#include <string_view>

namespace vermilion::service::demo {

// An order of the demonstration: whose, for what, and how far it comes.
struct Story {
  std::size_t applicant = 0;  // which
  std::string_view project;
  std::string_view operation;
  std::string_view variant;
  std::string_view stage;  // where it stands in the end; besides: refund_asked, refunded
  Flaw flaw = Flaw::None;  // of its licence copy
};

inline constexpr std::size_t kApplicants = 4;

// Where certificates are reissued: for it, applicants have one from before.
inline constexpr std::string_view kFormerProject = "jiangxi_construction_group";

// Twenty-four of them, the farthest first, so that the desk is busy when the first visitor looks.
[[nodiscard]] std::span<const Story> stories();

}  // namespace vermilion::service::demo
