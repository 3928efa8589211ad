#pragma once

#include "service/server/routes.hpp"

// Rules tried by their authors on what can be seen: a scan of their own, the pictures of cases.
namespace vermilion::service::server::handlers {

// The body is one scan, looked at by the rules of a draft or the live ones; kept nowhere.
[[nodiscard]] tl::expected<http::Answer, Problem> try_rules_on_scan(const Request& request,
                                                                    Resources& resources);
// A document of the case that begins in this line, drawn: what the case is about. Scans of
// applicants are shown to no author.
[[nodiscard]] tl::expected<http::Answer, Problem> show_case_picture(const Request& request,
                                                                    Resources& resources);

}  // namespace vermilion::service::server::handlers
