#pragma once

#include "service/orders/members.hpp"
#include "service/review/trouble.hpp"
#include "service/server/office.hpp"
#include "service/server/routes.hpp"

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

// What requests of the staff have in common.
namespace vermilion::service::server::handlers {

[[nodiscard]] Problem problem_of(const review::Trouble& trouble);

// The part of an installation that keeps orders. Where nothing is kept, nothing is there.
[[nodiscard]] tl::expected<Office*, Problem> office_of(Resources& resources);

[[nodiscard]] std::string_view text_in(const Request& request);
// A JSON object, read by name and type; every mistake at once.
[[nodiscard]] tl::expected<void, Problem> read_body(
    const Request& request, const std::function<void(orders::Members&)>& read);

// A parameter of the query; empty where it is not said. Others than these are refused.
[[nodiscard]] std::string asked(const Request& request, std::string_view name);
[[nodiscard]] tl::expected<void, Problem> only_asks(const Request& request,
                                                    std::initializer_list<std::string_view> names);
[[nodiscard]] tl::expected<std::int64_t, Problem> number_in_query(const Request& request,
                                                                  std::string_view name,
                                                                  std::int64_t least,
                                                                  std::int64_t most,
                                                                  std::int64_t otherwise);

// "2026-11-22T02:30:00Z"
[[nodiscard]] std::string time_text(std::int64_t at_s);
[[nodiscard]] nlohmann::ordered_json time_if_any(const std::optional<std::int64_t>& at_s);

[[nodiscard]] http::Answer answer_with(const nlohmann::ordered_json& json, int status = 200);
// JSON whose bytes others promise.
[[nodiscard]] http::Answer answer_with_bytes(std::string json);

}  // namespace vermilion::service::server::handlers
