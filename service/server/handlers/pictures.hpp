#pragma once

#include "service/server/routes.hpp"

namespace vermilion::service::server::handlers {

// A scan, drawn anew. Of the staff only who holds the case sees it, and that is written down
// before the first byte goes out.
[[nodiscard]] tl::expected<http::Answer, Problem> get_document_picture(const Request& request,
                                                                       Resources& resources);

}  // namespace vermilion::service::server::handlers
