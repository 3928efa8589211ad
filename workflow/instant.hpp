#pragma once

#include <chrono>

namespace vermilion::workflow {

// A moment, in UTC. The room has no clock: `now` always comes in from outside.
using Instant = std::chrono::sys_seconds;

}  // namespace vermilion::workflow
