#pragma once

namespace vermilion::service::workers::sandbox {

// Lets through the system calls that reading a picture takes. Asking for a file or about one is
// refused, since libraries ask for what they can do without; everything else ends the process.
[[nodiscard]] bool filter_syscalls();

}  // namespace vermilion::service::workers::sandbox
