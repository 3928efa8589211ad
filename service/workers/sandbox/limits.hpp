#pragma once

#include <cstddef>
#include <cstdint>

namespace vermilion::service::workers::sandbox {

// What the process has mapped, whether or not it was ever touched; 0 where nobody tells.
[[nodiscard]] std::size_t address_space_bytes();

// That much address space and CPU in all, no core, no file that grows, no descriptor besides those
// that are open, no process besides this.
[[nodiscard]] bool limit(std::size_t address_space_bytes, std::uint64_t cpu_s);

// No capability is held, and none can be gained by starting a program.
[[nodiscard]] bool drop_privileges();

}  // namespace vermilion::service::workers::sandbox
