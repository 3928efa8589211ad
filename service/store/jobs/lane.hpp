#pragma once

#include "workflow/effect.hpp"

#include <cstdint>

namespace vermilion::service::store::jobs {

// Who looks at scans does nothing else: a scan takes a worker for as long as it takes, and a text
// message must not stand behind it.
enum class Lane : std::uint8_t { Any, Scans, Rest };

[[nodiscard]] constexpr Lane lane_of(workflow::EffectKind kind) {
  return kind == workflow::EffectKind::QueueInspection ? Lane::Scans : Lane::Rest;
}

// How many jobs a transaction has put.
struct Asked {
  unsigned scans = 0;
  unsigned rest = 0;

  friend bool operator==(const Asked&, const Asked&) = default;
};

}  // namespace vermilion::service::store::jobs
