#pragma once

#include <cstddef>
#include <span>

namespace vermilion::service::transport {

// Whether an address, 4 or 16 bytes as they go over a network, is one of the internet: not of this
// machine, a private or local network, a carrier's own, a document's, a group of machines, or one
// that hides another of these (IANA's special-purpose registries).
[[nodiscard]] bool is_public(std::span<const std::byte> address);

}  // namespace vermilion::service::transport
