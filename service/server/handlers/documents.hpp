#pragma once

#include "service/server/routes.hpp"

// The scans in the slots of an order.
namespace vermilion::service::server::handlers {

// Raw bytes; how many come is counted against what was announced before this is asked.
[[nodiscard]] tl::expected<http::Answer, Problem> upload_document(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> list_document_versions(const Request& request,
                                                                         Resources& resources);
// 202 until it is inspected; 304 where it is known.
[[nodiscard]] tl::expected<http::Answer, Problem> get_document_report(const Request& request,
                                                                      Resources& resources);

}  // namespace vermilion::service::server::handlers
