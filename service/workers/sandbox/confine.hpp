#pragma once

#include "service/workers/sandbox/layers.hpp"
#include "service/workers/sandbox/namespaces.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace vermilion::service::workers::sandbox {

// What one process may use up in its whole life.
struct Allowance {
  std::size_t memory_bytes = 0;  // of address space, on top of what it has when it is confined
  std::uint64_t cpu_s = 0;
};

// Puts up every layer this host allows around the calling process, for good, and says which. What
// is left to it: reading and writing the descriptors it has, memory, the time, and its end. It has
// one thread, and no descriptor open that it is not to use. `outside` tells who it was, where it
// has namespaces of its own.
[[nodiscard]] Layers confine(const Allowance& allowance, const std::optional<Identity>& outside);

}  // namespace vermilion::service::workers::sandbox
