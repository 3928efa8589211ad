#pragma once

#include "service/scans/failure.hpp"
#include "service/scans/house.hpp"

#include <cstddef>
#include <span>
#include <string>

namespace vermilion::service::scans {

// Letters, signatures, proofs of a name: twenty pages at the size of a scan.
inline constexpr std::size_t kEvidenceBytes = 20 * 1024 * 1024;

struct Given {
  std::span<const std::byte> bytes;
  std::string by;
  std::string organisation;  // empty: of the staff
};

// Kept as it came, under its digest. Taken are JPEG, PNG, BMP and PDF; nothing of it is ever run,
// decoded or shown here. Given again it is the same.
[[nodiscard]] Result<std::string> keep_evidence(House& house, const Given& given);

}  // namespace vermilion::service::scans
