#include "service/server/routes.hpp"

#include "service/server/tables/accounts.hpp"
#include "service/server/tables/audit.hpp"
#include "service/server/tables/orders.hpp"
#include "service/server/tables/programs.hpp"
#include "service/server/tables/review.hpp"
#include "service/server/tables/rules.hpp"
#include "service/server/tables/scans.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace vermilion::service::server {
namespace {

template <std::size_t... Sizes>
constexpr auto joined(const std::array<Route, Sizes>&... tables) {
  std::array<Route, (Sizes + ...)> all{};
  auto end = all.begin();
  ((end = std::copy(tables.begin(), tables.end(), end)), ...);
  return all;
}

constexpr auto kRoutes = joined(tables::kPrograms, tables::kAccounts, tables::kOrders,
                                tables::kScans, tables::kReview, tables::kRules, tables::kAudit);

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

bool takes_the_rest(std::string_view pattern) {
  return pattern.ends_with("*}");
}

std::optional<Parameters> fitted(std::string_view pattern, std::string_view path) {
  Parameters parameters;
  if (takes_the_rest(pattern)) {
    parameters.emplace(pattern.substr(2, pattern.size() - 4), path.substr(1));
    return parameters;
  }
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

// What no other row is for, whatever the method.
tl::expected<Match, Problem> find_rest(std::string_view method, std::string_view path,
                                       std::span<const Route> table) {
  for (const Route& route : table) {
    if (route.method != method || !takes_the_rest(route.path)) continue;
    return Match{&route, fitted(route.path, path).value()};
  }
  return tl::make_unexpected(Problem{Fault::NotFound});
}

}  // namespace

std::string_view name_of(Rate rate) {
  switch (rate) {
    case Rate::Usual:
      return "usual";
    case Rate::Strangers:
      return "strangers";
    case Rate::Scans:
      return "scans";
    case Rate::Callbacks:
      return "callbacks";
    case Rate::Pages:
      return "pages";
    case Rate::Uncounted:
      return "uncounted";
  }
  return "";
}

std::span<const Route> routes() {
  return kRoutes;
}

tl::expected<Match, Problem> find_route(std::string_view method, std::string_view path,
                                        std::span<const Route> table) {
  std::string allowed;
  for (const Route& route : table) {
    auto parameters = takes_the_rest(route.path) ? std::nullopt : fitted(route.path, path);
    if (!parameters) continue;
    if (route.method == method) return Match{&route, std::move(*parameters)};
    allowed += (allowed.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allowed.empty()) return find_rest(method, path, table);
  return tl::make_unexpected(Problem{.fault = Fault::MethodNotAllowed, .allow = allowed});
}

}  // namespace vermilion::service::server
