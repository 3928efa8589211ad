#pragma once

#include "service/scans/failure.hpp"
#include "service/scans/house.hpp"
#include "service/server/routes.hpp"
#include "workflow/order.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What requests about the scans and forms of an order have in common.
namespace vermilion::service::server::handlers {

[[nodiscard]] Problem problem_of(const scans::Failure& failure);

// The room's part of an installation that keeps orders. Where nothing is kept, nothing is there.
[[nodiscard]] tl::expected<scans::House*, Problem> house_of(Resources& resources);

// The order of the path, if the asker may know of it.
[[nodiscard]] tl::expected<workflow::Order, Problem> order_asked(const Request& request,
                                                                 scans::House& house);

// A whole number of the query between two others; nothing where it is not said.
[[nodiscard]] tl::expected<std::optional<std::int64_t>, Problem> number_asked(
    const Request& request, std::string_view name, std::int64_t least, std::int64_t most);

// For a file that is not of our making or holds what only its owner may read: shown as what it is
// and as nothing else, by no cache, with no right to run anything.
[[nodiscard]] http::Answer file_answer(std::string_view type, std::string_view name,
                                       std::string bytes);

}  // namespace vermilion::service::server::handlers
