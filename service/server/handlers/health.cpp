#include "service/server/handlers/health.hpp"

#include "service/server/resources.hpp"

#include <fmt/format.h>

namespace vermilion::service::server::handlers {
namespace {

http::Answer text(std::string body) {
  return {.status = 200,
          .headers = {{"Content-Type", "text/plain; charset=utf-8"}},
          .body = std::move(body)};
}

}  // namespace

tl::expected<http::Answer, Problem> alive(const Request& /*request*/, Resources& /*resources*/) {
  return text("ok\n");
}

tl::expected<http::Answer, Problem> ready(const Request& request, Resources& resources) {
  if (resources.stopping)
    return tl::make_unexpected(Problem{.fault = Fault::Stopping, .retry_s = 20});
  if (!request.query.contains("verbose")) return text("ok\n");
  const auto gauges = resources.gauges();
  return text(fmt::format("projects {}\nworkers forked {}, lost {}\nscans working {}, waiting {}\n",
                          resources.projects.size(), gauges.workers_forked, gauges.workers_lost,
                          gauges.working, gauges.waiting));
}

tl::expected<http::Answer, Problem> metrics(const Request& /*request*/, Resources& resources) {
  auto answer = text(resources.metrics.text(resources.gauges()));
  answer.headers = {{"Content-Type", "text/plain; version=0.0.4"}};
  return answer;
}

}  // namespace vermilion::service::server::handlers
