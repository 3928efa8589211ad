#include "service/server/same_site.hpp"

#include "service/server/dispatch.hpp"

namespace vermilion::service::server {
namespace {

bool is_for_browsers(const Route& route) {
  return route.access == Access::Public || route.access == Access::Account ||
         route.access == Access::SignedIn;
}

// "https://vermilion.example:8443" of what Host says; "null" and what stands twice is nobody's.
bool is_ours(std::string_view origin, const http::Headers& headers) {
  const std::size_t scheme = origin.find("://");
  const auto host = http::only(headers, "Host");
  return scheme != origin.npos && host && origin.substr(scheme + 3) == *host;
}

}  // namespace

// Fetch Metadata says it outright; older browsers send an Origin with whatever changes something.
bool asks_from_elsewhere(const Route& route, const Incoming& incoming) {
  if (incoming.method == "GET" || !is_for_browsers(route)) return false;
  const http::Headers& headers = incoming.headers;
  if (http::count(headers, "Sec-Fetch-Site") > 0) {
    return http::only(headers, "Sec-Fetch-Site") != "same-origin";
  }
  if (http::count(headers, "Origin") == 0) return false;
  return !is_ours(http::only(headers, "Origin").value_or("null"), headers);
}

Problem from_elsewhere() {
  return {.fault = Fault::NotYourPart,
          .said = Said{"CROSS_SITE", "该操作不是从本站页面发起的，已拒绝。",
                       "This was not asked for by a page of ours."}};
}

}  // namespace vermilion::service::server
