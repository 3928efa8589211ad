#pragma once

namespace vermilion::service::workers::sandbox {

// Refuses every file by path, and TCP where the kernel can. False where it has no Landlock.
[[nodiscard]] bool lock_files();

}  // namespace vermilion::service::workers::sandbox
