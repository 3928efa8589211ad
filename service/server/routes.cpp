#include "service/server/routes.hpp"

#include "pipeline/limits.hpp"
#include "service/server/handlers/health.hpp"
#include "service/server/handlers/inspections.hpp"
#include "service/server/handlers/projects.hpp"

#include <array>
#include <optional>

namespace vermilion::service::server {
namespace {

constexpr std::array kRoutes{
    Route{"GET", "/livez", Access::Machine, 0, handlers::alive, "The process answers"},
    Route{"GET", "/readyz", Access::Machine, 0, handlers::ready, "It takes work"},
    Route{"GET", "/metrics", Access::Machine, 0, handlers::metrics, "What was counted"},
    Route{"GET", "/api/v1/projects", Access::Client, 0, handlers::list_projects,
          "The certificate projects and their documents"},
    Route{"POST", "/api/v1/inspections", Access::Client, pipeline::limits::kFileBytesCeiling,
          handlers::inspect, "Look at one scan"},
};

constexpr bool no_row_stands_twice() {
  for (std::size_t i = 0; i < kRoutes.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (kRoutes[i].method == kRoutes[j].method && kRoutes[i].path == kRoutes[j].path)
        return false;
    }
  }
  return true;
}
static_assert(no_row_stands_twice());

std::string_view next_segment(std::string_view& path) {
  path.remove_prefix(1);  // its slash
  const std::string_view segment = path.substr(0, path.find('/'));
  path.remove_prefix(segment.size());
  return segment;
}

using Parameters = std::map<std::string, std::string, std::less<>>;

std::optional<Parameters> fitted(std::string_view pattern, std::string_view path) {
  Parameters parameters;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view wanted = next_segment(pattern);
    const std::string_view given = next_segment(path);
    if (wanted.starts_with('{') && !given.empty()) {
      parameters.emplace(wanted.substr(1, wanted.size() - 2), given);
    } else if (wanted != given) {
      return std::nullopt;
    }
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return parameters;
}

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

tl::expected<Match, Problem> find_route(std::string_view method, std::string_view path,
                                        std::span<const Route> table) {
  std::string allowed;
  for (const Route& route : table) {
    auto parameters = fitted(route.path, path);
    if (!parameters) continue;
    if (route.method == method) return Match{&route, std::move(*parameters)};
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) return tl::make_unexpected(Problem{Fault::NotFound});
  return tl::make_unexpected(Problem{.fault = Fault::MethodNotAllowed, .allow = allowed});
}

}  // namespace vermilion::service::server
