#pragma once

#include "service/server/office.hpp"
#include "service/server/routes.hpp"

// Rules on their way from a draft to the live ones.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> list_rule_drafts(const Request& request,
                                                                   Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> begin_rule_draft(const Request& request,
                                                                   Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> show_rule_draft(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> drop_rule_draft(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> shadow_rule_draft(const Request& request,
                                                                    Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> ask_to_publish(const Request& request,
                                                                 Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> confirm_publication(const Request& request,
                                                                      Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> list_publications(const Request& request,
                                                                    Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> roll_back_rules(const Request& request,
                                                                  Resources& resources);

// A draft with all that is known of it, its version in ETag.
[[nodiscard]] tl::expected<http::Answer, Problem> draft_answer(Office& office,
                                                               const authoring::Draft& draft);

}  // namespace vermilion::service::server::handlers
