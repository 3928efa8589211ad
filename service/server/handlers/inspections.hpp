#pragma once

#include "rules/order_facts.hpp"
#include "service/inspection/terms.hpp"
#include "service/server/routes.hpp"

#include <functional>
#include <string>

namespace vermilion::service::server::handlers {

// The body is one scan; `project` and `document` of the query say what it is for, the header
// `Vermilion-Order` (base64 of the JSON object `inspect --order` takes) what it is held against.
// The answer is the report as `inspect --format json` gives it.
[[nodiscard]] tl::expected<http::Answer, Problem> inspect(const Request& request,
                                                          Resources& resources);

// The same for whoever may ask, by terms of the caller's; waits its turn in the line of `client`.
// The scan is kept nowhere.
using TermsFor = std::function<tl::expected<inspection::Terms, Problem>(const rules::OrderFacts&)>;
[[nodiscard]] tl::expected<http::Answer, Problem> look_at_body(const Request& request,
                                                               Resources& resources,
                                                               const std::string& client,
                                                               const TermsFor& terms_for);

}  // namespace vermilion::service::server::handlers
