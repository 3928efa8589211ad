#pragma once

#include "service/authoring/files.hpp"
#include "service/server/office.hpp"
#include "service/server/routes.hpp"

#include <string>

// Rule files, and what the command line says of them: the same bytes.
namespace vermilion::service::server::handlers {

[[nodiscard]] tl::expected<http::Answer, Problem> show_rule_files(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> write_rule_file(const Request& request,
                                                                  Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> remove_rule_file(const Request& request,
                                                                   Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> check_rules(const Request& request,
                                                              Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> test_rules(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> diff_rules(const Request& request,
                                                             Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> replay_rules(const Request& request,
                                                               Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> complete_rules(const Request& request,
                                                                 Resources& resources);
[[nodiscard]] tl::expected<http::Answer, Problem> show_rules_schema(const Request& request,
                                                                    Resources& resources);

// The files of a draft; the live ones where none is named.
[[nodiscard]] tl::expected<authoring::Files, Problem> rule_files_of(Office& office,
                                                                    const std::string& draft);

}  // namespace vermilion::service::server::handlers
