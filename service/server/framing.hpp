#pragma once

#include "service/http/message.hpp"
#include "service/server/problem.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>

namespace vermilion::service::server {

// Where a body ends. Two readers that answer this differently are how one request is hidden in
// another, so whatever can be read in two ways is refused: both ways of framing, a header of
// framing twice, a length that is not plain digits, any transfer coding. Nothing where no length is
// said.
[[nodiscard]] tl::expected<std::optional<std::uint64_t>, Problem> body_length(
    const http::Headers& headers);

}  // namespace vermilion::service::server
