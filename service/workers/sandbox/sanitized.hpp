#pragma once

namespace vermilion::service::workers::sandbox {

// Whether this program was built with a sanitizer. Its run time maps what it likes, looks at memory
// through pipes, and tells what it found on standard error, all of which the sandbox forbids. A
// worker of such a build goes without Layer::Limits and Layer::Syscalls and says so: it starts
// only where neither is insisted on.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace vermilion::service::workers::sandbox
