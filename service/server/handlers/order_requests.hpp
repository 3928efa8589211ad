#pragma once

#include "service/orders/clerk.hpp"
#include "service/server/request.hpp"

#include <tl/expected.hpp>

#include <string_view>

// What requests about orders have in common: keys, versions, and what becomes of a refusal.
namespace vermilion::service::server::handlers {

enum class KeyIs : bool { Optional, Required };

// Idempotency-Key and If-Match, and what is asked for as a digest.
[[nodiscard]] tl::expected<orders::Wish, Problem> wish_of(const Request& request, KeyIs key);

// The body, where it is JSON.
[[nodiscard]] tl::expected<std::string_view, Problem> json_in(const Request& request);

[[nodiscard]] Problem problem_of(const orders::NotDone& reason);
[[nodiscard]] Problem problem_of(const orders::Mistakes& mistakes);

// An order, its version in ETag.
[[nodiscard]] http::Answer answer_of(const orders::Told& told);
[[nodiscard]] http::Answer json_answer(std::string body);

}  // namespace vermilion::service::server::handlers
