#pragma once

#include "service/server/routes.hpp"

// Partners calling back. Each is answered as it expects: stored, or to come again.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> wechat_callback(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> alipay_callback(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> verification_callback(const Request& request,
                                                                        Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> courier_callback(const Request& request,
                                                                   Resources& resources);

}  // namespace vermilion::service::server::handlers
