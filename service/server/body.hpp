#pragma once

#include "service/server/problem.hpp"

#include <tl/expected.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace vermilion::service::server {

// Takes up to so many bytes from the connection; none is its end. May wait.
using ReadSome = std::function<std::size_t(std::span<std::byte> into)>;

// A body has this long in all, however slowly it drips: 1 MiB at 4 kB a second is 4 minutes and is
// not waited for; at 40 kB a second it is 26 seconds.
inline constexpr std::chrono::seconds kBodyTime{30};

// The whole body or nothing: refused before a byte is read where more is announced than `most`, and
// where less arrives than was announced.
[[nodiscard]] tl::expected<std::vector<std::byte>, Problem> read_body(
    std::uint64_t announced, std::size_t most, const ReadSome& read,
    std::chrono::milliseconds within = kBodyTime);

}  // namespace vermilion::service::server
