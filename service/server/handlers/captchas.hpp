#pragma once

#include "service/server/routes.hpp"

// A captcha to answer, and credit codes put right.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> make_captcha(const Request& request,
                                                               Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> correct_credit_code(const Request& request,
                                                                      Resources& resources);

}  // namespace vermilion::service::server::handlers
