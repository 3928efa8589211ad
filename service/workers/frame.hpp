#pragma once

#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

// Messages between the server and a worker, over descriptors. Both are the same program on the same
// machine, yet the worker may have been taken over by what it looked at: nothing it says is
// believed before it is checked.
namespace vermilion::service::workers {

enum class Kind : std::uint32_t {
  Ready = 1,  // worker: confined; `number` holds the layers that are up
  Inspect,    // server: a task as JSON; the scan lies in the memory they share
  Seen,       // worker: what came of it, as JSON
  Failed,     // worker: it could not, in a sentence
  Redraw,     // server: how the scan is to be drawn anew, as JSON
  Redrawn,    // worker: the picture
};

struct Frame {
  Kind kind = Kind::Ready;
  std::uint64_t number = 0;      // of the task, the same in its answer
  std::uint64_t scan_bytes = 0;  // Inspect
  std::string payload;
};

// A report is some ten kilobytes, one with fifty measurements in each of thirty checks some
// hundred; a page of A4 drawn at 600 dpi seldom more than ten million.
inline constexpr std::size_t kPayloadBytes = 16 * 1024 * 1024;

enum class Loss : std::uint8_t {
  Ended,   // nobody is there any more
  Late,    // the time ran out
  Broken,  // what came is no message
};

// Returns whether there is something to read on the descriptor; waits as long as it sees fit.
using Wait = std::function<bool(int descriptor)>;

// To a socket; nothing is raised where nobody reads. To a pipe; for a worker, who ends then.
[[nodiscard]] bool send_frame(int socket, const Frame& frame);
[[nodiscard]] bool write_frame(int pipe, const Frame& frame);

// The next message. `wait` is asked before each read; without one the read itself waits.
[[nodiscard]] tl::expected<Frame, Loss> receive_frame(int descriptor, const Wait& wait = {});

}  // namespace vermilion::service::workers
