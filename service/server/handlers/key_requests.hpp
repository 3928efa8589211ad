#pragma once

#include "service/server/routes.hpp"

namespace vermilion::service::server::handlers {

// The request for the key a certificate is made for, in PKCS #10, as the maker's computer made it.
[[nodiscard]] tl::expected<http::Answer, Problem> bring_key_request(const Request& request,
                                                                    Resources& resources);

}  // namespace vermilion::service::server::handlers
