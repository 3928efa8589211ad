#pragma once

#include "service/workers/descriptor.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// Short messages over a local socket, and descriptors handed on with them.
namespace vermilion::service::workers {

struct Handover {
  std::string text;  // never empty
  std::vector<Descriptor> descriptors;
};

inline constexpr std::size_t kHandoverBytes = 1024;
inline constexpr std::size_t kHandoverDescriptors = 4;

[[nodiscard]] bool hand_over(int socket, std::string_view text,
                             std::span<const int> descriptors = {});

// The next one; nothing where the other side has ended, or the socket's time limit is over.
[[nodiscard]] std::optional<Handover> take_over(int socket);

}  // namespace vermilion::service::workers
